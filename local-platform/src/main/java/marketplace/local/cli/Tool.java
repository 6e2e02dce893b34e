package marketplace.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of the distribution that works with the platform from outside, in a process of its own: with the compiler and
 * the memory that the launcher does without.
 */
final class Tool {
    /** For what waits more than it works. */
    static final List<String> SMALL = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Place place;
    private final String name;

    /** @param name of its jar */
    Tool(Place place, String name) {
        this.place = place;
        this.name = name;
    }

    /**
     * Runs it to its end, on the terminal of this process.
     *
     * @return its exit status
     */
    int run(List<String> jvm, List<String> arguments) throws IOException, InterruptedException {
        var jar = place.home().app(name);
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There is no " + jar.getFileName() + ": ./mvnw -DskipTests package builds it.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Dmarketplace.home=" + place.home().root(),
                "-Dmarketplace.terminal=" + Boolean.getBoolean("marketplace.terminal"),
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().put("MARKETPLACE_DATA", place.folder().root().toString());
        return awaitEnd(process.start());
    }

    /** Whoever stops this waits until the tool has brought everything back as it was. */
    private static int awaitEnd(Process process) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }));
        return process.waitFor();
    }

    /** Adds an option with its value, if it has one. */
    static void option(List<String> arguments, String name, Object value) {
        if (value != null) {
            arguments.add(name + "=" + value);
        }
    }

    /** Adds an option that has no value, if it is set. */
    static void flag(List<String> arguments, String name, boolean isSet) {
        if (isSet) {
            arguments.add(name);
        }
    }
}
