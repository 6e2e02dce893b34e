package marketplace.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeashTest {
    private static final int LONG_SECONDS = 120;
    private static final int MORE_THAN_A_PIPE_HOLDS = 1 << 20;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leave_nothing_behind() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void a_program_leaves_in_an_orderly_way_when_its_launcher_is_gone() throws Exception {
        var note = folder.resolve("note");
        var program = java(Leash.class, Orderly.class.getName(), note.toString(), "two");
        assertThat(said(program).readLine()).isEqualTo("here");

        program.getOutputStream().close();

        assertThat(exit(program)).isEqualTo(143);
        assertThat(note).as("its hooks ran, and it had its arguments").hasContent(note + "\ntwo");
    }

    @Test
    void a_program_stays_as_long_as_its_launcher_speaks() throws Exception {
        var program = java(
                Leash.class, Orderly.class.getName(), folder.resolve("note").toString());
        assertThat(said(program).readLine()).isEqualTo("here");

        var speech = program.getOutputStream();
        speech.write(new byte[MORE_THAN_A_PIPE_HOLDS]);
        speech.flush();

        speech.close();
        assertThat(exit(program)).isEqualTo(143);
    }

    @Test
    void a_program_that_hangs_at_its_end_is_halted_after_the_grace() throws Exception {
        var program = java(Stubborn.class);
        var said = said(program);
        assertThat(said.readLine()).isEqualTo("here");

        program.getOutputStream().close();

        assertThat(said.readLine()).isEqualTo("hanging");
        assertThat(exit(program)).isEqualTo(137);
    }

    @Test
    void a_program_that_already_hangs_at_its_end_is_halted_when_its_launcher_goes_too() throws Exception {
        var program = java(Stubborn.class);
        var said = said(program);
        assertThat(said.readLine()).isEqualTo("here");
        var asked = new ProcessBuilder("kill", "-TERM", Long.toString(program.pid())).start();
        assertThat(exit(asked)).isZero();
        assertThat(said.readLine()).isEqualTo("hanging");

        program.getOutputStream().close();

        assertThat(exit(program)).isEqualTo(137);
    }

    @Test
    void what_a_program_throws_is_told_as_its_own() throws Exception {
        var program = java(Leash.class, Failing.class.getName(), "luck");

        var lines = said(program).lines().toList();

        assertThat(exit(program)).isEqualTo(1);
        assertThat(lines)
                .anyMatch(line -> line.contains("IllegalStateException: no luck"))
                .noneMatch(line -> line.contains("InvocationTargetException"));
    }

    @Test
    void without_a_program_to_run_it_says_what_is_missing() throws Exception {
        var program = java(Leash.class);

        assertThat(said(program).lines()).containsExactly("Leash: the first argument names the main class to run.");
        assertThat(exit(program)).isEqualTo(2);
    }

    private Process java(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static BufferedReader said(Process process) {
        return process.inputReader();
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(LONG_SECONDS, TimeUnit.SECONDS))
                .as("it left")
                .isTrue();
        return process.exitValue();
    }
}
