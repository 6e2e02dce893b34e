package marketplace.schemas;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The real registry, as a process of its own with its data in memory. Stops with the tests, however they end. */
final class Apicurio implements AutoCloseable {
    private static final Path HOME = Path.of("target/apicurio");
    private static final Path LOG = Path.of("target/apicurio.log");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Thread stop = new Thread(this::stop);
    private final String url;

    Apicurio() throws IOException {
        final int port = freePort();
        url = "http://127.0.0.1:" + port + "/apis/ccompat/v7";
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + freePort(),
                        "-Dapicurio.datasource.url=jdbc:h2:mem:registry",
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2",
                        "-Dapicurio.datasource.jdbc.max-size=10",
                        "-Dquarkus.datasource.h2.jdbc.acquisition-timeout=60S",
                        "-Dapicurio.rules.global.compatibility=BACKWARD",
                        "-jar",
                        runner().toString())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            Awaitility.await("the registry to answer; its log is " + LOG)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .failFast("The registry stopped; its log is " + LOG, () -> !process.isAlive())
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> send("GET", "/subjects", "").statusCode() == 200);
        } catch (final RuntimeException e) {
            close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    /** A request as any other tool would send it. */
    HttpResponse<String> send(final String method, final String path, final String body) throws IOException {
        final HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .method(method, publisher)
                            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(stop);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path runner() throws IOException {
        try (var files = Files.newDirectoryStream(HOME, "*-runner.jar")) {
            return files.iterator().next();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
