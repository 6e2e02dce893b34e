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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The job as a process of its own, on Spark's own class path. It tells how it goes in lines of JSON on its standard
 * output, and leaves when this process does, however that comes about.
 */
@Singleton
final class SparkJob implements Job {
    private static final Argument<Map<String, Object>> LINE = Argument.mapOf(String.class, Object.class);

    /** For tidying up after all is done. */
    private static final Duration LEAVING = Duration.ofMinutes(2);

    private final JobSettings settings;
    private final JobCommand command;
    private final ClassArchive archive;
    private final JsonMapper json;

    SparkJob(final JobSettings settings, final JobCommand command, final ClassArchive archive, final JsonMapper json) {
        this.settings = settings;
        this.command = command;
        this.archive = archive;
        this.json = json;
    }

    @Override
    public Map<String, Object> run(final String runId, final boolean evaluate, final Progress progress)
            throws IOException, InterruptedException, JobFailedException {
        final Path home = Path.of(settings.home()).toAbsolutePath();
        final Path jar = home.resolve("recommendations.jar");
        if (!Files.isRegularFile(jar)) {
            throw new JobFailedException(
                    "There is no recommendations.jar in " + home + ": build it with ./mvnw package.");
        }
        final Process process = start(command.of(home, archive.flags(jar), runId, evaluate));
        final AtomicBoolean timedOut = new AtomicBoolean();
        final CompletableFuture<Void> timeLimit = after(settings.longest(), () -> {
            timedOut.set(true);
            process.destroyForcibly();
        });
        boolean isDone = false;
        try {
            final Map<String, Object> last = listen(process, progress);
            if (last.get("result") instanceof Map<?, ?> result) {
                isDone = true;
                return strings(result);
            }
            throw new JobFailedException(reason(last, process.waitFor(), timedOut.get()));
        } finally {
            timeLimit.cancel(false);
            end(process, isDone);
        }
    }

    private static CompletableFuture<Void> after(final Duration time, final Runnable task) {
        return CompletableFuture.runAsync(
                task, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void end(final Process process, final boolean isDone) {
        final CompletableFuture<Void> timeLimit = after(isDone ? LEAVING : Duration.ZERO, process::destroyForcibly);
        final var unused = process.onExit().thenRun(() -> {
            timeLimit.cancel(false);
            archive.keep(isDone);
        });
    }

    private Process start(final List<String> line) throws IOException {
        final ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Where Kafka and the registry are it finds where this service does.
        if (!settings.saslJaasConfig().isEmpty()) {
            builder.environment().put("KAFKA_SASL_JAAS_CONFIG", settings.saslJaasConfig());
        }
        return builder.start();
    }

    /** Hands on the stages, and answers what it says in the end, or nothing if it leaves without a word. */
    private Map<String, Object> listen(final Process process, final Progress progress) throws IOException {
        // Not closed before the process leaves: it is not to stumble over that.
        final BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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
                return said;
            }
        }
        return Map.of();
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
