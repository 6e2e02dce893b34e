package marketplace.testing.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Chromium without a window, in a profile of its own, driven over its debugging protocol. */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String SETTING = "marketplace.browser";
    private static final String NEEDED = "needed";
    private static final String NONE = "There is no Chromium on the PATH.";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path profile;

    private Browser(final Process process, final Path profile) {
        this.process = process;
        this.profile = profile;
    }

    /**
     * Starts Chromium. Where there is none a test is skipped, with a word; with {@code -Dmarketplace.browser=needed} it
     * fails.
     */
    public static Browser open() throws IOException {
        final Path program = program(System.getenv().getOrDefault("PATH", ""), System.getProperty(SETTING));
        final Path profile = Files.createTempDirectory("browser-");
        final Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--window-size=1280,1600",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Browser(process, profile);
    }

    /** The page that it opened with, empty. */
    public Page page() {
        final Path portFile = profile.resolve("DevToolsActivePort");
        final JsonNode[] page = new JsonNode[1];
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            final String port = Files.readAllLines(portFile).get(0);
            page[0] = pages(port)
                    .filter(one -> one.path("type").asText().equals("page"))
                    .findFirst()
                    .orElse(null);
            return page[0] != null;
        });
        return Page.at(http, URI.create(page[0].path("webSocketDebuggerUrl").asText()));
    }

    private Stream<JsonNode> pages(final String port) throws IOException, InterruptedException {
        final URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        final String body = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        final Stream.Builder<JsonNode> pages = Stream.builder();
        new ObjectMapper().readTree(body).forEach(pages);
        return pages.build();
    }

    static Path program(final String path, final String setting) {
        final Optional<Path> program = Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty() && NEEDED.equals(setting)) {
            throw new IllegalStateException(NONE);
        }
        assumeTrue(program.isPresent(), NONE);
        return program.orElseThrow();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
