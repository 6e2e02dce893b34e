package marketplace.recommendations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The job as it is started in earnest: a process with Spark's jars out of the distribution.
 *
 * @param status what it left with
 * @param lines what it told
 * @param log what stood on its standard error
 */
record JobProcess(int status, List<JsonNode> lines, String log) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of(System.getProperty("marketplace.home"));
    private static final Path SPARK = HOME.resolve("target/dist/spark");
    /** What the first whole run loaded, for the others; one of another build is passed over. */
    private static final Path CLASSES = HOME.resolve("recommendations/target/job.jsa");

    private static final Path RECORDING = HOME.resolve("recommendations/target/job.jsa.recording");

    /** Runs it to its end. */
    static JobProcess run(final Map<String, String> environment, final String... arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx2g");
        // As hadoop-api starts it for a small lake.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(
                Files.exists(CLASSES) ? "-XX:SharedArchiveFile=" + CLASSES : "-XX:ArchiveClassesAtExit=" + RECORDING,
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off"));
        command.add("@" + SPARK.resolve("java.options"));
        command.addAll(List.of("-cp", SPARK.resolve("jars") + "/*", "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", "local[2]", "--conf", "spark.sql.codegen.wholeStage=false"));
        command.addAll(List.of("--conf", "spark.sql.codegen.factoryMode=NO_CODEGEN"));
        command.addAll(List.of("--conf", "spark.sql.adaptive.enabled=false"));
        command.addAll(List.of("--conf", "spark.sql.shuffle.partitions=2", "--class", Job.class.getName()));
        command.add(SPARK.resolve("recommendations.jar").toString());
        command.addAll(List.of(arguments));
        try {
            final Path log = Files.createTempFile(
                    Files.createDirectories(HOME.resolve("recommendations/target")), "job", ".log");
            final ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
            builder.environment().putAll(environment);
            final Process process = builder.start();
            final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final int status = process.waitFor();
            if (status == 0 && Files.exists(RECORDING)) {
                Files.move(RECORDING, CLASSES);
            }
            return new JobProcess(
                    status, out.lines().map(JobProcess::tree).toList(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(final String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("Not a line of JSON: " + line, e);
        }
    }

    /** The result that it told; it must have come to one. */
    JsonNode result() {
        if (status != 0 || lines.isEmpty() || !lines.get(lines.size() - 1).has("result")) {
            throw new AssertionError("Status " + status + ", " + lines + "\n" + log);
        }
        return lines.get(lines.size() - 1).get("result");
    }

    /** The sentence that it failed with. */
    String error() {
        return lines.get(lines.size() - 1).path("error").textValue();
    }
}
