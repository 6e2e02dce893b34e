package marketplace.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import marketplace.acceptance.platform.Watch;
import marketplace.local.preflight.FreePorts;
import marketplace.local.preflight.ThisMachine;
import marketplace.tool.load.Http;

/** Runs {@code ./marketplace} as a person would: the real script, with a data folder and ports of its own. */
final class Marketplace {
    private static final Path HOME = Path.of(System.getProperty("marketplace.home"));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final int portOffset;

    /** On that data folder, with ports that nobody uses now. */
    Marketplace(Path data) {
        this.data = data;
        this.portOffset = FreePorts.find(new ThisMachine(), new Random()).offset();
    }

    /** What a command said, and how it ended. */
    record Result(int status, String output) {}

    Path data() {
        return data;
    }

    /** Who watches over it. */
    Watch watch() {
        return new Watch(new Http(), "http://127.0.0.1:" + port(9060), "http://127.0.0.1:" + port(8025));
    }

    int port(int base) {
        return base + portOffset;
    }

    /** Runs a command to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    /** Runs a command to its end, with more in its environment. */
    Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(HOME.resolve("target"));
        var said = Files.createTempFile(HOME.resolve("target"), "marketplace", ".out");
        try {
            var process = process(environment, List.of(arguments), said).start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        List.of(arguments) + " did not end within " + PATIENCE + ": " + Files.readString(said));
            }
            return new Result(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }

    /** Runs a command that must succeed, and answers what it said. */
    String must(String... arguments) throws IOException, InterruptedException {
        var result = run(arguments);
        if (result.status() != 0) {
            throw new AssertionError("./marketplace " + String.join(" ", arguments) + " ended with " + result.status()
                    + ":\n" + result.output());
        }
        return result.output();
    }

    private ProcessBuilder process(Map<String, String> environment, List<String> arguments, Path output) {
        var command = new ArrayList<>(List.of(HOME.resolve("marketplace").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment());
        builder.environment().putAll(environment);
        return builder;
    }

    /** What the environment of the script says of this platform. */
    Map<String, String> environment() {
        return Map.of(
                // The build that runs this test has just made the distribution.
                "MARKETPLACE_BUILD", "never",
                "MARKETPLACE_DATA", data.toString(),
                "MARKETPLACE_PORT_OFFSET", Integer.toString(portOffset),
                "JAVA_HOME", System.getProperty("java.home"));
    }

    /** The settings with which a principal's client reaches a cluster. */
    Map<String, Object> client(String cluster, String principal) throws IOException {
        var file = data.resolve("clients").resolve(cluster).resolve(principal + ".properties");
        var properties = new java.util.Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var settings = new HashMap<String, Object>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.put("enable.metrics.push", "false");
        return settings;
    }

    String schemaRegistry() {
        return "http://127.0.0.1:" + port(8081) + "/apis/ccompat/v7";
    }
}
