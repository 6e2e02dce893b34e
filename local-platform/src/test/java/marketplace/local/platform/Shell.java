package marketplace.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts that are small programs of the shell, each with its log, all in one folder. */
final class Shell {
    static final Duration LONG = Duration.ofMinutes(2);
    /** Writes the file by which {@link #readyFile} knows the program, then does nothing for long. */
    static final String SERVE = "touch \"$NAME.ready\"; exec sleep 600";

    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** A part that is ready when its script has made the file {@code $NAME.ready}. */
    Engine engine(String name, Set<String> needs, String script) {
        return engine(name, needs, script, () -> Files.exists(readyFile(name)), LONG);
    }

    Engine engine(String name, Set<String> needs, String script, Readiness readiness, Duration patience) {
        return new Engine(name, needs, program(name, "/bin/sh", "-c", script), () -> readiness, patience, "at " + name);
    }

    Program program(String name, String... command) {
        return new Program(List.of(command), Map.of("NAME", name), folder, log(name), output(name), 0);
    }

    Path readyFile(String name) {
        return folder.resolve(name + ".ready");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    Path output(String name) {
        return folder.resolve(name + ".out");
    }
}
