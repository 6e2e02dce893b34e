package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class PlatformStartTest extends PlatformFixture {
    @Test
    void a_part_starts_after_those_it_needs() throws Exception {
        platform = of(step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c"));

        assertThat(platform.start()).isTrue();

        assertThat(changes).containsSubsequence("a ready", "b starting", "b ready", "d starting", "d ready");
        assertThat(changes).containsSubsequence("a ready", "c starting", "c ready", "d starting");
    }

    @Test
    void parts_that_do_not_need_each_other_start_side_by_side() throws Exception {
        var meeting = new CyclicBarrier(2);
        Step.Work meets = () -> "met " + (meeting.await(1, TimeUnit.MINUTES) + 1);
        platform = of(new Step("a", Set.of(), meets), new Step("b", Set.of(), meets));

        assertThat(platform.start()).isTrue();

        assertThat(platform.status()).extracting(PartStatus::note).containsExactlyInAnyOrder("met 1", "met 2");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void who_matters_less_steps_back_when_all_are_ready() throws Exception {
        var modest = shell.program("b", "/bin/sh", "-c", "touch b.ready; exec sleep 600")
                .stepsBack(5);
        platform = of(
                shell.engine("a", Set.of(), "touch a.ready; exec sleep 600"),
                new Engine("b", Set.of(), modest, () -> () -> Files.exists(shell.readyFile("b")), Shell.LONG, "b"));

        platform.start();

        assertThat(niceness("a")).isZero();
        assertThat(niceness("b")).isEqualTo(5);
    }

    /** The nineteenth word; the second, the name in brackets, has no space here. */
    private int niceness(String part) throws IOException {
        var pid = platform.status().stream()
                .filter(status -> status.name().equals(part))
                .findFirst()
                .orElseThrow()
                .pid()
                .orElseThrow();
        try (var words = new Scanner(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8)) {
            return Integer.parseInt(words.tokens().skip(18).findFirst().orElseThrow());
        }
    }

    @Test
    void a_part_that_stands_before_one_it_needs_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(step("b", "a"), step("a")))
                .withMessageContaining("b needs a part that does not come before it");
    }

    @Test
    void a_part_that_leaves_before_it_is_ready_fails_the_start_with_what_it_wrote_last() {
        platform = of(shell.engine("broker", Set.of(), """
                        echo '12:00 INFO one more line' >> broker.log
                        echo '12:00 ERROR the disk is full' >> broker.log
                        echo 'printed beside it'
                        exit 3"""), step("contract", "broker"));

        var failure = catchThrowableOfType(PartFailed.class, () -> platform.start());

        assertThat(failure).hasMessage("broker left with exit code 3 before it was ready.");
        assertThat(failure.lastLines()).containsExactly("12:00 ERROR the disk is full", "printed beside it");
        assertThat(state("broker")).isEqualTo(PartState.FAILED);
        assertThat(state("contract")).as("what needs it never begins").isEqualTo(PartState.WAITING);
    }

    @Test
    void an_error_of_an_earlier_run_is_not_the_reason_for_this_failure() throws IOException {
        Files.writeString(shell.log("broker"), "yesterday ERROR long mended\n");
        platform = of(shell.engine("broker", Set.of(), "echo 'today INFO no error at all' >> broker.log; exit 1"));

        var failure = catchThrowableOfType(PartFailed.class, () -> platform.start());

        assertThat(failure.lastLines()).containsExactly("today INFO no error at all");
    }

    @Test
    void the_first_failure_is_reported_while_others_still_start() throws Exception {
        platform = of(shell.engine("slow", Set.of(), "exec sleep 600"), new Step("quick", Set.of(), () -> {
            throw new IOException("no such place");
        }));

        var failure = catchThrowableOfType(PartFailed.class, () -> platform.start());

        assertThat(failure).hasMessage("quick failed: no such place");
        platform.stop();
        assertThat(state("slow")).isIn(PartState.STOPPED, PartState.WAITING);
        assertThat(status("slow").pid()).isEmpty();
        assertThat(state("quick")).as("stays to be seen").isEqualTo(PartState.FAILED);
    }

    @Test
    void a_step_that_fails_without_a_word_is_named_by_its_kind() {
        platform = of(new Step("contract", Set.of(), () -> {
            throw new TimeoutException();
        }));

        assertThat(catchThrowableOfType(PartFailed.class, () -> platform.start()))
                .hasMessageContaining("contract failed: java.util.concurrent.TimeoutException");
    }

    @Test
    void a_program_that_is_not_there_is_said_to_be_missing() {
        var missing = new Engine(
                "registry",
                Set.of(),
                shell.program("registry", "/no/such/program"),
                () -> () -> false,
                Shell.LONG,
                "nowhere");
        platform = of(missing);

        var failure = catchThrowableOfType(PartFailed.class, () -> platform.start());

        assertThat(failure).hasMessage("registry left with exit code 127 before it was ready.");
        assertThat(failure.lastLines()).anyMatch(line -> line.contains("/no/such/program"));
    }

    @Test
    void a_folder_that_is_not_there_fails_the_part_that_starts_in_it() {
        var elsewhere = new Program(
                List.of("/bin/sh"),
                Map.of(),
                folder.resolve("gone"),
                shell.log("registry"),
                shell.output("registry"),
                0);
        platform = of(new Engine("registry", Set.of(), elsewhere, () -> () -> false, Shell.LONG, "nowhere"));

        assertThat(catchThrowableOfType(PartFailed.class, () -> platform.start()))
                .hasMessageStartingWith("registry could not be started: ");
        assertThat(state("registry")).isEqualTo(PartState.FAILED);
    }

    @Test
    void patience_comes_to_an_end_and_the_child_with_it() throws Exception {
        Readiness never = () -> {
            if (Files.exists(shell.file("pid"))) {
                clock.advance(Duration.ofSeconds(31));
            }
            return false;
        };
        platform = of(shell.engine(
                "connect",
                Set.of(),
                "echo 'still thinking' >> connect.log; echo $$ > pid.new; mv pid.new pid; exec sleep 600",
                never,
                Duration.ofSeconds(30)));

        var failure = catchThrowableOfType(PartFailed.class, () -> platform.start());

        assertThat(failure).hasMessage("connect was not ready after 30 s.");
        assertThat(failure.lastLines()).containsExactly("still thinking");
        assertThat(state("connect")).isEqualTo(PartState.FAILED);
        assertThat(isAlive(Long.parseLong(Files.readString(shell.file("pid")).strip())))
                .isFalse();
    }

    @Test
    void a_readiness_that_throws_counts_as_not_yet() throws Exception {
        var asked = new AtomicInteger();
        Readiness thirdTime = () -> {
            if (asked.incrementAndGet() < 3) {
                throw new IOException("refused");
            }
            return true;
        };
        platform = of(shell.engine("connect", Set.of(), "exec sleep 600", thirdTime, Shell.LONG));

        assertThat(platform.start()).isTrue();

        assertThat(asked).hasValue(3);
        assertThat(state("connect")).isEqualTo(PartState.READY);
    }

    @Test
    void somebody_else_who_answers_does_not_make_a_dead_child_ready() {
        Readiness answeredByAnother = () -> {
            await().atMost(Shell.LONG).until(() -> status("broker").pid().isEmpty());
            return true;
        };
        platform = of(shell.engine("broker", Set.of(), "exit 1", answeredByAnother, Shell.LONG));

        assertThat(catchThrowableOfType(PartFailed.class, () -> platform.start()))
                .hasMessage("broker left with exit code 1 before it was ready.");
        assertThat(state("broker")).isEqualTo(PartState.FAILED);
    }

    @Test
    void a_start_that_is_abandoned_returns_and_its_stop_leaves_no_child() throws Exception {
        platform = of(shell.engine("broker", Set.of(), "exec sleep 600"), step("contract", "broker"));
        var starting = CompletableFuture.supplyAsync(this::start);
        await().atMost(Shell.LONG).until(() -> status("broker").pid().isPresent());
        long pid = status("broker").pid().orElseThrow();

        platform.abandon();

        assertThat(starting.get(1, TimeUnit.MINUTES)).isFalse();
        platform.stop();
        assertThat(isAlive(pid)).isFalse();
        assertThat(status("broker").state()).isEqualTo(PartState.STOPPED);
        assertThat(status("contract").state()).isEqualTo(PartState.WAITING);
    }

    @Test
    void nothing_starts_after_the_end() throws Exception {
        platform = of(step("contract"));
        platform.start();
        platform.stop();

        assertThatIllegalStateException()
                .isThrownBy(() -> platform.start("contract"))
                .withMessage("The platform is stopping.");
        assertThat(platform.start()).isFalse();
    }

    @Test
    void a_part_that_was_stopped_for_good_cannot_be_started_by_who_came_a_moment_late() throws Exception {
        var part = new RunningPart(
                shell.engine("broker", Set.of(), Shell.SERVE), status -> changes.add("late"), clock, GRACE);
        part.close();
        changes.clear();

        assertThatIllegalStateException().isThrownBy(part::start).withMessage("broker was stopped for good.");

        assertThat(part.state()).isEqualTo(PartState.STOPPED);
        assertThat(part.isRunning()).isFalse();
        assertThat(changes).isEmpty();
    }
}
