package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeProgramTest {
    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void it_is_the_process_that_was_started_and_what_it_says_is_its_log() throws Exception {
        start("echo I am $$; exec sleep 60");

        await().untilAsserted(() -> assertThat(log()).hasContent("I am " + process.pid()));
    }

    @Test
    void it_leaves_when_its_launcher_is_gone() throws Exception {
        start("exec sleep 60");

        process.getOutputStream().close();

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothing_is_left_of_one_that_left_by_itself() throws Exception {
        start("exit 7");

        assertThat(process.waitFor()).isEqualTo(7);
        await().untilAsserted(() -> assertThat(ProcessHandle.allProcesses())
                .noneMatch(other -> other.info().commandLine().orElse("").contains(folder.toString())));
    }

    private Path log() {
        return folder.resolve("logs/part.log");
    }

    private void start(String script) throws IOException {
        var setting = new Setting(new Home(folder), new DataFolder(folder), new Ports(0), null, null, 1, true);
        Files.createDirectories(log().getParent());
        var program = NativeProgram.of(
                setting, "part", folder, Map.of(), List.of("/bin/sh", "-c", script, folder.toString()));
        var builder =
                new ProcessBuilder(program.command()).directory(program.folder().toFile());
        builder.environment().putAll(program.environment());
        process = builder.start();
    }
}
