package marketplace.hadoop.recommendations;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import marketplace.hadoop.lake.LakeSettings;

/**
 * The job as a process of its own, on Spark's own class path. It tells how it goes in lines of JSON on its standard
 * output, and leaves when this process does, however that comes about.
 */
@Singleton
final class SparkJob implements Job {
    private static final Argument<Map<String, Object>> LINE = Argument.mapOf(String.class, Object.class);

    private final JobSettings settings;
    private final LakeSettings lake;
    private final JsonMapper json;

    SparkJob(final JobSettings settings, final LakeSettings lake, final JsonMapper json) {
        this.settings = settings;
        this.lake = lake;
        this.json = json;
    }

    @Override
    public Map<String, Object> run(final String runId, final boolean evaluate, final Progress progress)
            throws IOException, InterruptedException, JobFailedException {
        final Path home = Path.of(settings.home()).toAbsolutePath();
        if (!Files.isRegularFile(home.resolve("recommendations.jar"))) {
            throw new JobFailedException(
                    "There is no recommendations.jar in " + home + ": build it with ./mvnw package.");
        }
        final Process process = start(home, runId, evaluate);
        final CompletableFuture<Void> timeLimit = CompletableFuture.runAsync(
                process::destroyForcibly,
                CompletableFuture.delayedExecutor(settings.longest().toMillis(), TimeUnit.MILLISECONDS));
        try {
            final Map<String, Object> last = listen(process, progress);
            final int status = process.waitFor();
            if (last.get("result") instanceof Map<?, ?> result && status == 0) {
                return strings(result);
            }
            throw new JobFailedException(reason(last, status, timeLimit.isDone()));
        } finally {
            timeLimit.cancel(false);
            process.destroyForcibly();
        }
    }

    private Process start(final Path home, final String runId, final boolean evaluate) throws IOException {
        final ProcessBuilder builder =
                new ProcessBuilder(command(home, runId, evaluate)).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Where Kafka and the registry are it finds where this service does.
        if (!settings.saslJaasConfig().isEmpty()) {
            builder.environment().put("KAFKA_SASL_JAAS_CONFIG", settings.saslJaasConfig());
        }
        return builder.start();
    }

    private List<String> command(final Path home, final String runId, final boolean evaluate) {
        final String java = settings.java().isEmpty()
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : settings.java();
        final List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx" + settings.heap(),
                "@" + home.resolve("java.options"),
                "-cp",
                home.resolve("jars") + "/*",
                "marketplace.engines.Leash",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                settings.master(),
                "--class",
                "marketplace.recommendations.Job",
                home.resolve("recommendations.jar").toString(),
                "--warehouse",
                lake.warehouse(),
                "--catalog-type",
                lake.catalog(),
                "--namespace",
                lake.namespace(),
                "--run-id",
                runId));
        if (evaluate) {
            command.add("--evaluate");
        }
        return command;
    }

    /** Hands on the stages, and answers the last line that is none. */
    private Map<String, Object> listen(final Process process, final Progress progress) throws IOException {
        Map<String, Object> last = Map.of();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("{")) {
                    continue;
                }
                final Map<String, Object> said = json.readValue(line, LINE);
                if (said.get("stage") instanceof String stage
                        && said.get("done") instanceof Number done
                        && said.get("of") instanceof Number of) {
                    progress.stage(stage, done.intValue(), of.intValue());
                } else {
                    last = said;
                }
            }
        }
        return last;
    }

    private String reason(final Map<String, Object> last, final int status, final boolean timedOut) {
        if (timedOut) {
            return "The job took longer than " + settings.longest().toMinutes() + " minutes and was ended.";
        }
        return last.get("error") instanceof String error
                ? error
                : "The job left with exit status " + status + " and said nothing; the log of this service has more.";
    }

    private static Map<String, Object> strings(final Map<?, ?> map) {
        final Map<String, Object> strings = new HashMap<>();
        map.forEach((key, value) -> strings.put(key.toString(), value));
        return strings;
    }
}
