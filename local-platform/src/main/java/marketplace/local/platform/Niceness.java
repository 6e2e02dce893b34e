package marketplace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes a process that runs step back for others. */
final class Niceness {
    private static final Path PROCESSES = Path.of("/proc");

    private Niceness() {}

    /** It is a wish: where it cannot be had, everything works as well, and only a full machine is slower. */
    static void set(long pid, int niceness) throws InterruptedException {
        try {
            var command = new ArrayList<>(List.of("renice", "-n", Integer.toString(niceness), "-p"));
            command.addAll(threads(pid));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | UncheckedIOException notToBeHad) {
            // There is no such command, or the process has just gone.
        }
    }

    /** On Linux each thread has a niceness of its own, which those that it makes later begin with. */
    private static List<String> threads(long pid) throws IOException {
        var tasks = PROCESSES.resolve(Long.toString(pid)).resolve("task");
        if (!Files.isDirectory(tasks)) {
            return List.of(Long.toString(pid));
        }
        try (Stream<Path> each = Files.list(tasks)) {
            return each.map(task -> task.getFileName().toString()).toList();
        }
    }
}
