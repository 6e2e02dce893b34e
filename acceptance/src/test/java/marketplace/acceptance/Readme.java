package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of the README, as they stand there, typed in one go. */
final class Readme {
    private static final Path HOME = Path.of(System.getProperty("marketplace.home"));
    private static final Pattern FENCE = Pattern.compile("(<!-- (.*?) -->\\n)?```sh\\n(.*?)```", Pattern.DOTALL);
    private static final List<String> NOT_TO_BE_TYPED_HERE =
            List.of("runs until Ctrl-C", "the test command", "needs a Docker engine");
    private static final List<Integer> PORTS = List.of(8081, 8083, 8085, 8086, 8087, 9200);
    /** A machine of two processors needs seven; one that others use as well has needed seventeen. */
    private static final int PATIENCE_MINUTES = 25;

    private final Marketplace marketplace;

    Readme(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** All blocks of commands that can be typed here. */
    static List<String> commands() throws IOException {
        return FENCE.matcher(Files.readString(HOME.resolve("README.md")))
                .results()
                .filter(fence -> !isNotToBeTyped(fence))
                .map(fence -> fence.group(3))
                .toList();
    }

    /** Whether these commands are those with which the tour ends. */
    static boolean isTheEnd(String commands) {
        return commands.startsWith("./marketplace down");
    }

    /** Types commands; each has to succeed. Answers what was said. */
    String type(List<String> commands) throws IOException, InterruptedException {
        // An answer that refuses is a command that failed.
        var script = new StringBuilder("set -eux\ncurl() { command curl --fail-with-body \"$@\"; }\n");
        commands.forEach(command -> script.append(elsewhere(command)));

        var said = Files.createTempFile(Files.createDirectories(HOME.resolve("target")), "readme", ".out");
        var builder = new ProcessBuilder("bash", "-c", script.toString())
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(marketplace.environment());
        var bash = builder.start();
        bash.getOutputStream().close();
        try {
            assertThat(bash.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as(() -> "it ends; so far: " + text(said))
                    .isTrue();
            assertThat(bash.exitValue()).as(() -> text(said)).isZero();
            return text(said);
        } finally {
            bash.destroyForcibly();
            Files.delete(said);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean isNotToBeTyped(MatchResult fence) {
        return fence.group(2) != null && NOT_TO_BE_TYPED_HERE.contains(fence.group(2));
    }

    /** The same commands for a platform in another place. */
    private String elsewhere(String commands) {
        var moved = commands.replace(".marketplace/", marketplace.data() + "/");
        for (int port : PORTS) {
            moved = moved.replace(":" + port, ":" + marketplace.port(port));
        }
        return moved;
    }
}
