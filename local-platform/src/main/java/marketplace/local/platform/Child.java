package marketplace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A running process of ours. Its standard input stays open as long as this process lives, so that its end tells the
 * child to leave; an interrupt from the keyboard is ours to pass on, not the child's to see.
 */
final class Child {
    private static final List<String> DEAF_TO_THE_KEYBOARD =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private final Process process;
    private final int niceness;
    private boolean hasGivenWay;

    private Child(Process process, int niceness) {
        this.process = process;
        this.niceness = niceness;
    }

    static Child start(Program program) throws IOException {
        Files.createDirectories(program.log().getParent());
        var command = new ArrayList<>(DEAF_TO_THE_KEYBOARD);
        command.addAll(program.command());
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(program.output().toFile());
        var environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER"));
        environment.putAll(program.environment());
        return new Child(builder.start(), program.niceness());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Runs the action once when the process is gone, however it went. */
    void whenGone(Runnable action) {
        var unused = process.onExit().thenRun(action);
    }

    OptionalLong residentBytes() {
        return Resources.residentBytes(process.pid());
    }

    OptionalLong cpuMillis() {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** From now on it steps back for others. */
    void giveWay() throws InterruptedException {
        if (niceness > 0 && !hasGivenWay) {
            hasGivenWay = true;
            Niceness.set(pid(), niceness);
        }
    }

    /** Kills the process; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to leave and makes it leave after the grace; tells whether it left by itself. */
    boolean stop(Duration grace) throws InterruptedException {
        process.destroy();
        if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        process.destroyForcibly();
        process.waitFor();
        return false;
    }
}
