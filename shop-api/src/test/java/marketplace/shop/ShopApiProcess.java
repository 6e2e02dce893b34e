package marketplace.shop;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.testing.RunningEngines;

/** The service as it is shipped: its thin jar in a process of its own, which can be killed. */
final class ShopApiProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ProcessBuilder builder;
    private final String url;
    private Process process;

    private ShopApiProcess(final ProcessBuilder builder, final String url) {
        this.builder = builder;
        this.url = url;
    }

    static ShopApiProcess start(final RunningEngines engines, final String... flags) throws IOException {
        final int port = freePort();
        final ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(List.of(flags));
        builder.command()
                .addAll(List.of(
                        "-jar",
                        Path.of(System.getProperty("marketplace.home"), "target", "dist", "apps", "shop-api.jar")
                                .toString()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        final Map<String, String> environment = builder.environment();
        engines.clientSettings(Cluster.PRIMARY, "shop-api")
                .forEach((key, value) ->
                        environment.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        environment.put("SCHEMA_REGISTRY_URL", engines.schemaRegistryUrl());
        environment.put("SERVER_PORT", Integer.toString(port));
        final ShopApiProcess shop = new ShopApiProcess(builder, "http://127.0.0.1:" + port);
        shop.startAgain();
        return shop;
    }

    void startAgain() throws IOException {
        process = builder.start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(this::isReady);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    URI uri(final String path) {
        return URI.create(url + path);
    }

    private boolean isReady() throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri("/health/readiness")).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
