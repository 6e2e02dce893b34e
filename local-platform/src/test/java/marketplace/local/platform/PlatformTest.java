package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import marketplace.local.HeldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlatformTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final HeldClock clock = new HeldClock(NOON);
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private Shell shell;
    private Platform platform;

    @BeforeEach
    void begin() {
        shell = new Shell(folder);
        platform = of();
    }

    @AfterEach
    void leave_nothing_behind() throws InterruptedException {
        platform.stop();
    }

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
                List.of("/bin/sh"), Map.of(), folder.resolve("gone"), shell.log("registry"), shell.output("registry"));
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

    @Test
    void those_stop_first_that_nobody_needs() throws Exception {
        platform = of(
                shell.engine("broker", Set.of(), Shell.SERVE),
                shell.engine("connect", Set.of("broker"), Shell.SERVE),
                shell.engine("mirror", Set.of("broker"), Shell.SERVE));
        platform.start();
        changes.clear();

        platform.stop();

        assertThat(changes).containsSubsequence("connect stopped", "broker stopping", "broker stopped");
        assertThat(changes).containsSubsequence("mirror stopped", "broker stopping");
        assertThat(platform.status()).allMatch(part -> part.pid().isEmpty());
    }

    @Test
    void a_part_leaves_in_an_orderly_way_when_it_can() throws Exception {
        platform = of(shell.engine("broker", Set.of(), """
                trap 'touch flushed; exit 0' TERM
                touch broker.ready
                while :; do sleep 0.05; done"""));
        platform.start();

        platform.stop("broker");

        assertThat(shell.file("flushed")).exists();
        assertThat(state("broker")).isEqualTo(PartState.STOPPED);
        assertThat(status("broker").note()).isEmpty();
    }

    @Test
    void a_part_that_does_not_stop_within_its_grace_is_killed() throws Exception {
        platform = new Platform(
                List.of(shell.engine("broker", Set.of(), "trap '' TERM; " + Shell.SERVE)),
                this::heard,
                clock,
                Duration.ofSeconds(1));
        platform.start();
        long pid = status("broker").pid().orElseThrow();

        platform.stop("broker");

        assertThat(status("broker").note()).isEqualTo("killed, it did not stop within 1 s");
        assertThat(state("broker")).isEqualTo(PartState.STOPPED);
        assertThat(isAlive(pid)).isFalse();
    }

    @Test
    void a_part_that_dies_has_failed_and_can_be_started_again() throws Exception {
        platform = of(shell.engine("broker", Set.of(), Shell.SERVE));
        platform.start();
        long first = status("broker").pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Shell.LONG).until(() -> state("broker") == PartState.FAILED);
        assertThat(status("broker").note()).isEqualTo("left with exit code 137");
        assertThat(status("broker").pid()).isEmpty();

        platform.start("broker");

        assertThat(state("broker")).isEqualTo(PartState.READY);
        assertThat(status("broker").pid()).isPresent().isNotEqualTo(first);
        assertThat(status("broker").note()).isEmpty();
    }

    @Test
    void a_part_that_is_killed_on_purpose_is_stopped_and_can_be_started_again() throws Exception {
        platform = of(shell.engine("broker", Set.of(), Shell.SERVE));
        platform.start();
        long pid = status("broker").pid().orElseThrow();

        platform.kill("broker");

        assertThat(isAlive(pid)).isFalse();
        assertThat(state("broker")).isEqualTo(PartState.STOPPED);
        assertThat(status("broker").note()).isEqualTo("killed on purpose");
        assertThatIllegalStateException()
                .isThrownBy(() -> platform.kill("broker"))
                .withMessage("broker is not running.");
        assertThatIllegalStateException()
                .isThrownBy(() -> platform.stop("broker"))
                .withMessage("broker is not running.");

        platform.start("broker");

        assertThat(state("broker")).isEqualTo(PartState.READY);
    }

    @Test
    void a_part_that_runs_cannot_be_started_once_more() throws Exception {
        platform = of(shell.engine("broker", Set.of(), Shell.SERVE));
        platform.start();
        var pid = status("broker").pid();

        assertThatIllegalStateException()
                .isThrownBy(() -> platform.start("broker"))
                .withMessage("broker is running already.");

        assertThat(status("broker").pid()).isEqualTo(pid);
        assertThat(state("broker")).isEqualTo(PartState.READY);
    }

    @Test
    void a_part_is_not_started_by_name_before_or_during_its_turn() throws Exception {
        var go = new CountDownLatch(1);
        platform = of(
                new Step("contract", Set.of(), () -> go.await(2, TimeUnit.MINUTES) ? "done" : "late"),
                shell.engine("connect", Set.of("contract"), Shell.SERVE));
        var starting = CompletableFuture.supplyAsync(this::start);
        await().atMost(Shell.LONG).until(() -> state("contract") == PartState.STARTING);

        assertThatIllegalStateException()
                .isThrownBy(() -> platform.start("contract"))
                .withMessage("contract is running already.");
        assertThatIllegalStateException()
                .isThrownBy(() -> platform.start("connect"))
                .withMessage("connect has yet to have its turn: the platform is starting.");

        go.countDown();
        assertThat(starting.get(2, TimeUnit.MINUTES)).isTrue();
        assertThat(changes).containsOnlyOnce("contract starting", "connect starting");
    }

    @Test
    void a_part_that_is_stopped_while_it_starts_fails_the_start() throws Exception {
        platform = of(shell.engine("connect", Set.of(), "exec sleep 600"));
        var starting =
                CompletableFuture.supplyAsync(() -> catchThrowableOfType(PartFailed.class, () -> platform.start()));
        await().atMost(Shell.LONG).until(() -> status("connect").pid().isPresent());

        platform.stop("connect");

        assertThat(starting.get(1, TimeUnit.MINUTES)).hasMessage("connect was stopped before it was ready.");
        assertThat(state("connect")).isEqualTo(PartState.STOPPED);
    }

    @Test
    void a_start_that_was_stopped_has_no_say_in_the_next_one() throws Exception {
        var look = new CountDownLatch(1);
        var outcome = new CompletableFuture<PartFailed>();
        Readiness slow = () -> !look.await(2, TimeUnit.MINUTES);
        Readiness afterTheOther = () -> {
            look.countDown();
            return outcome.get(2, TimeUnit.MINUTES) != null;
        };
        var readiness = new ArrayDeque<Readiness>(List.of(() -> true, slow, afterTheOther));
        platform = of(new Engine(
                "connect",
                Set.of(),
                shell.program("connect", "/bin/sh", "-c", "exec sleep 600"),
                readiness::remove,
                Shell.LONG,
                "at connect"));
        platform.start();
        platform.stop("connect");
        var starting = CompletableFuture.runAsync(
                () -> outcome.complete(catchThrowableOfType(PartFailed.class, () -> platform.start("connect"))));
        await().atMost(Shell.LONG).until(() -> readiness.size() == 1);

        platform.stop("connect");
        platform.start("connect");

        starting.get(1, TimeUnit.MINUTES);
        assertThat(outcome.join()).hasMessage("connect was stopped before it was ready.");
        assertThat(state("connect")).isEqualTo(PartState.READY);
        assertThat(status("connect").pid()).isPresent();
    }

    @Test
    void a_part_that_nobody_knows_is_answered_with_those_there_are() {
        platform = of(step("a"), step("b"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> platform.kill("kafka-9"))
                .withMessage("There is no part kafka-9; there are a, b.");
        assertThatIllegalArgumentException().isThrownBy(() -> platform.start("kafka-9"));
        assertThatIllegalArgumentException().isThrownBy(() -> platform.stop("kafka-9"));
    }

    @Test
    void a_step_is_done_again_by_name_and_cannot_be_stopped() throws Exception {
        var times = new AtomicInteger();
        platform = of(new Step("contract", Set.of(), () -> times.incrementAndGet() + " times"));
        platform.start();

        platform.start("contract");

        assertThat(status("contract").note()).isEqualTo("2 times");
        assertThat(state("contract")).isEqualTo(PartState.READY);
        assertThatIllegalStateException()
                .isThrownBy(() -> platform.stop("contract"))
                .withMessageContaining("contract is a step, not a process");
        assertThatIllegalStateException()
                .isThrownBy(() -> platform.kill("contract"))
                .withMessageContaining("contract is a step, not a process");
    }

    @Test
    void the_status_says_where_a_part_is_since_when_and_what_it_uses() throws Exception {
        Readiness afterSevenSeconds = () -> {
            clock.advance(Duration.ofSeconds(7));
            return true;
        };
        platform = of(
                shell.engine("broker", Set.of(), "exec sleep 600", afterSevenSeconds, Shell.LONG),
                new Step("contract", Set.of("broker"), () -> "42 topics"));
        assertThat(status("broker").state()).isEqualTo(PartState.WAITING);
        assertThat(status("broker").took()).isZero();

        platform.start();

        var broker = status("broker");
        assertThat(broker.state()).isEqualTo(PartState.READY);
        assertThat(broker.since()).isEqualTo(NOON.plusSeconds(7));
        assertThat(broker.took()).isEqualTo(Duration.ofSeconds(7));
        assertThat(broker.address()).isEqualTo("at broker");
        assertThat(isAlive(broker.pid().orElseThrow())).isTrue();
        var contract = status("contract");
        assertThat(contract.note()).isEqualTo("42 topics");
        assertThat(contract.pid()).isEmpty();
        assertThat(contract.residentBytes()).isEmpty();
        assertThat(contract.address()).isEmpty();

        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "memory is known on Linux only");
        assertThat(broker.residentBytes().orElseThrow()).isPositive();
    }

    @Test
    void a_child_does_not_hear_the_keyboard_nor_the_end_of_the_terminal() throws Exception {
        platform = of(shell.engine("broker", Set.of(), "kill -INT $$; kill -HUP $$; " + Shell.SERVE));

        assertThat(platform.start()).isTrue();
    }

    @Test
    void a_child_finds_in_its_environment_what_it_is_given_and_little_more() throws Exception {
        platform = of(shell.engine("broker", Set.of(), "env > environment; " + Shell.SERVE));
        platform.start();

        var names = Files.readAllLines(shell.file("environment")).stream()
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                .toList();
        assertThat(names).contains("NAME", "PATH");
        assertThat(names)
                .isSubsetOf("NAME", "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER", "PWD", "OLDPWD", "SHLVL", "_");
    }

    private Platform of(Part... parts) {
        return new Platform(List.of(parts), this::heard, clock, GRACE);
    }

    private static Step step(String name, String... needs) {
        return new Step(name, Set.of(needs), () -> "done");
    }

    private void heard(PartStatus status) {
        changes.add(status.name() + " " + status.state().label());
    }

    private boolean start() {
        try {
            return platform.start();
        } catch (PartFailed failure) {
            throw new UncheckedIOException(new IOException(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private PartState state(String name) {
        return status(name).state();
    }

    private PartStatus status(String name) {
        return platform.status().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
