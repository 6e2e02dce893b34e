package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in the README runs, from the first to the last, as somebody would type them, on a data folder and ports
 * of their own. It comes first, before the platform of the other tests runs: two of them at once take their time.
 */
@Order(Integer.MIN_VALUE)
class ReadmeIT {
    private static final Path HOME = Path.of(System.getProperty("marketplace.home"));
    private static final Pattern FENCE = Pattern.compile("(<!-- (.*?) -->\\n)?```sh\\n(.*?)```", Pattern.DOTALL);
    private static final List<String> NOT_TO_BE_TYPED_HERE =
            List.of("runs until Ctrl-C", "the test command", "needs a Docker engine");
    private static final List<Integer> PORTS = List.of(8081, 8083, 8085, 8086, 8087, 9200);
    private static final int PATIENCE_MINUTES = 8;

    @TempDir
    private Path folder;

    @Test
    void every_command_runs() throws Exception {
        var marketplace = new Marketplace(folder.resolve("data"));
        var commands = commands();
        assertThat(commands).hasSizeGreaterThan(8);
        var script = new StringBuilder("set -eux\n");
        commands.forEach(command -> script.append(elsewhere(command, marketplace)));

        var said = folder.resolve("said").toFile();
        var builder = new ProcessBuilder("bash", "-c", script.toString())
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said);
        builder.environment().putAll(marketplace.environment());
        var bash = builder.start();
        bash.getOutputStream().close();
        try {
            assertThat(bash.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("it ends")
                    .isTrue();
            assertThat(bash.exitValue()).as(Files.readString(said.toPath())).isZero();
        } finally {
            bash.destroyForcibly();
            marketplace.must("down");
        }
    }

    private static List<String> commands() throws IOException {
        var commands = new ArrayList<String>();
        FENCE.matcher(Files.readString(HOME.resolve("README.md")))
                .results()
                .filter(fence -> !isNotToBeTyped(fence))
                .forEach(fence -> commands.add(fence.group(3)));
        return commands;
    }

    private static boolean isNotToBeTyped(MatchResult fence) {
        return fence.group(2) != null && NOT_TO_BE_TYPED_HERE.contains(fence.group(2));
    }

    /** The same command for a platform in another place. */
    private static String elsewhere(String command, Marketplace marketplace) {
        var moved = command.replace(".marketplace/", marketplace.data() + "/");
        for (int port : PORTS) {
            moved = moved.replace(":" + port, ":" + marketplace.port(port));
        }
        return moved;
    }
}
