package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PlatformStopTest extends PlatformFixture {
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
}
