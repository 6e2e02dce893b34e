package marketplace.engines.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MeasuredTest {
    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void a_process_tells_what_the_rules_ask_for() throws Exception {
        int port = freePort();
        var rules = Files.writeString(folder.resolve("rules.yml"), """
                includeObjectNames: ["java.lang:type=Runtime"]
                rules:
                  - pattern: java.lang<type=Runtime><>Uptime
                    name: engine_uptime_milliseconds
                    type: GAUGE
                """);

        start(Map.of("METRICS_LISTEN", "127.0.0.1:" + port, "METRICS_RULES", rules.toString()));

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(read(port)).contains("\nengine_uptime_milliseconds "));
    }

    @Test
    void where_nobody_asks_for_metrics_the_engine_runs_all_the_same() throws Exception {
        start(Map.of());

        assertThat(process.inputReader().readLine()).isEqualTo("I run.");
    }

    /** Runs until it is killed. */
    public static final class Running {
        private Running() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("I run.");
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    private void start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Measured.class.getName(),
                Running.class.getName());
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).start();
    }

    private static String read(int port) throws IOException {
        try (var body =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
