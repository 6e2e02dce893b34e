package marketplace.tool.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code ./marketplace}, asked as a person would ask it. Where another script speaks for a platform in its stead, such as for one
 * in containers, {@code MARKETPLACE_SCRIPT} names it.
 */
public final class MarketplaceScript {
    private static final String SCRIPT = "MARKETPLACE_SCRIPT";
    private static final int NOT_RUNNING = 3;

    private final Path script;
    private final Optional<Path> data;

    /**
     * The script of a checkout.
     *
     * @param data the data folder that is meant, if it is not the usual one
     */
    public MarketplaceScript(final Path home, final Optional<Path> data) {
        final String another = System.getenv(SCRIPT);
        this.script = another == null || another.isBlank() ? home.resolve("marketplace") : Path.of(another);
        this.data = data;
    }

    /**
     * Runs a command to its end.
     *
     * @return what it printed
     * @throws NotRunningException if no platform is running
     * @throws IOException with what it said, if it failed
     */
    String run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(script.toString());
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command);
        // What runs was built before: nothing may change under it.
        builder.environment().put("MARKETPLACE_BUILD", "never");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        data.ifPresent(folder -> builder.environment()
                .put("MARKETPLACE_DATA", folder.toAbsolutePath().toString()));
        final Process process = builder.start();
        process.getOutputStream().close();
        final CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        final String printed = text(process.getInputStream());
        final int status = process.waitFor();
        if (status == NOT_RUNNING) {
            throw new NotRunningException(
                    said.join().isBlank()
                            ? "No platform is running: ./marketplace up starts one."
                            : said.join().strip());
        }
        if (status != 0) {
            throw new IOException("./marketplace " + String.join(" ", arguments) + " failed: "
                    + said.join().strip());
        }
        return printed;
    }

    private static String text(final java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            return "";
        }
    }
}
