package marketplace.local.tools;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The version that a program says it is. */
record ProgramVersion(int major, int minor) {
    private static final Pattern SAID = Pattern.compile("version (\\d+)\\.(\\d+)");
    private static final int PATIENCE_SECONDS = 20;

    /** What a program answers when it is asked; nothing if it does not answer that. */
    static Optional<ProgramVersion> of(Path program) throws IOException, InterruptedException {
        var said = Files.createTempFile("marketplace", ".version");
        try {
            var process = new ProcessBuilder(List.of(program.toString(), "--version"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var version = SAID.matcher(Files.readString(said, StandardCharsets.UTF_8));
            return version.find()
                    ? Optional.of(
                            new ProgramVersion(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2))))
                    : Optional.empty();
        } finally {
            Files.delete(said);
        }
    }

    boolean isBefore(ProgramVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
