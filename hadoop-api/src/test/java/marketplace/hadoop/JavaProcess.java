package marketplace.hadoop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of the distribution in a process of its own, which can be killed. It leaves with this process. */
final class JavaProcess implements AutoCloseable {
    private static final long GONE_WITHIN_SECONDS = 20;

    private final Process process;

    private JavaProcess(final Process process) {
        this.process = process;
    }

    static JavaProcess start(
            final String name,
            final String app,
            final String heap,
            final Map<String, String> environment,
            final List<String> mainAndArguments) {
        final Path home = Path.of(System.getProperty("marketplace.home"));
        final Path log = Path.of("target", "processes", name + ".log").toAbsolutePath();
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + home.resolve("engines/logback.xml"),
                "-cp",
                home.resolve("target/dist/apps/" + app + ".jar").toString()));
        command.addAll(mainAndArguments);
        final ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        log.resolveSibling(name + ".out").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("LOG_FILE", log.toString());
        try {
            Files.createDirectories(log.getParent());
            return new JavaProcess(builder.start());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The process survives its killing");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
