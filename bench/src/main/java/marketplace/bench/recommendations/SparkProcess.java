package marketplace.bench.recommendations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketplace.bench.measure.Effort.Spent;
import marketplace.tool.platform.Platform;

/** The job, started as hadoop-api starts it, and watched from outside. */
final class SparkProcess {
    /** As hadoop-api has it. */
    private static final String HEAP = "-Xmx2g";

    private static final long LOOK_MS = 100;
    private static final String MOST_MEMORY = "VmHWM:";

    private final Platform platform;
    private final Path spark;
    private final URI warehouse;
    private final String topic;

    SparkProcess(final Platform platform, final URI warehouse, final String topic) {
        this.platform = platform;
        this.spark = Path.of(System.getProperty("marketplace.home", "."), "target", "dist", "spark");
        this.warehouse = warehouse;
        this.topic = topic;
    }

    /** One run, to its end. */
    Spent run(final long events) throws IOException, InterruptedException {
        final Path log = Files.createTempFile("recommendations", ".log");
        final ProcessBuilder builder =
                new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(kafka());
        final long begin = System.nanoTime();
        final Process process = builder.start();
        try {
            Duration processor = Duration.ZERO;
            long memory = 0;
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                processor = process.info().totalCpuDuration().orElse(processor);
                memory = Math.max(memory, mostMemory(process.pid()));
            }
            final double seconds = (System.nanoTime() - begin) / 1e9;
            final List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException("The job failed: " + (said.isEmpty() ? "" : said.get(said.size() - 1)));
            }
            return new Spent(events, seconds, processor.toMillis() / 1e3, memory);
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private List<String> command() {
        final List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
        command.add("@" + spark.resolve("java.options"));
        command.addAll(List.of("-cp", spark.resolve("jars") + "/*", "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local[*]", "--class", "marketplace.recommendations.Job"));
        command.add(spark.resolve("recommendations.jar").toString());
        command.addAll(List.of("--warehouse", warehouse.toString(), "--namespace", MadeUpLake.NAMESPACE));
        command.addAll(List.of("--topic", topic, "--run-id", "bench"));
        return command;
    }

    private Map<String, String> kafka() throws IOException {
        final Map<String, String> environment = new HashMap<>();
        platform.client("target", "admin")
                .forEach((key, value) ->
                        environment.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        environment.put("KAFKA_AUTO_REGISTER_SCHEMAS", "true");
        environment.put("SCHEMA_REGISTRY_URL", platform.address("schema-registry"));
        return environment;
    }

    /** In megabytes, or 0 where the system does not say. */
    private static long mostMemory(final long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(MOST_MEMORY))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (final IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
