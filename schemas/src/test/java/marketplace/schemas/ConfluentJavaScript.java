package marketplace.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Confluent's own client for JavaScript, run by node in a folder under target. */
final class ConfluentJavaScript {
    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path FOLDER = Path.of("target/js");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfluentJavaScript() {}

    static boolean available() {
        return onPath("node") && onPath("npm");
    }

    /** Installs what the lock file names, unless it is there already. */
    static void install() throws IOException {
        Files.createDirectories(FOLDER);
        final Path lock = FOLDER.resolve("package-lock.json");
        final boolean installed = Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
                && Files.mismatch(SOURCE.resolve("package-lock.json"), lock) < 0;
        for (final String file : List.of("package.json", "package-lock.json", "interop.mjs")) {
            Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed) {
            run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), "");
        }
    }

    /** Gives the script a JSON document and takes one from it. */
    static JsonNode interop(final String registry, final JsonNode input) throws IOException {
        return JSON.readTree(run(List.of("node", "interop.mjs", registry), input.toString()));
    }

    private static String run(final List<String> command, final String input) throws IOException {
        final Path output = FOLDER.resolve(command.get(0) + ".out").toAbsolutePath();
        final Path errors = FOLDER.resolve(command.get(0) + ".err").toAbsolutePath();
        final Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end; see " + errors);
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(output) + Files.readString(errors));
        }
        return Files.readString(output);
    }

    private static boolean onPath(final String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
