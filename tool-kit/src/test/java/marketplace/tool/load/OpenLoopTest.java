package marketplace.tool.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import marketplace.tool.load.OpenLoop.Outcome;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final CompletableFuture<Void> ANSWERED = CompletableFuture.completedFuture(null);

    private final ClockByHand clock = new ClockByHand();

    @Test
    void requests_are_sent_at_even_intervals() throws Exception {
        final List<Long> moments = new ArrayList<>();

        new OpenLoop(100, clock).run(4, (number, intended) -> {
            moments.add(TimeUnit.NANOSECONDS.toMillis(clock.now() - ClockByHand.BEGIN));
            return ANSWERED;
        });

        assertThat(moments).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void a_stall_shows_in_all_that_had_to_wait_behind_it() throws Exception {
        final Outcome outcome = new OpenLoop(100, clock).run(100, (number, intended) -> {
            if (number == 0) {
                clock.pass(500);
            }
            return ANSWERED;
        });

        assertThat(outcome.answered().count()).isEqualTo(100);
        assertThat(outcome.answered().most()).isCloseTo(500, within(1.0));
        assertThat(outcome.answered().percentile(50))
                .as("half a second is half of the requests, and those waited for less and less")
                .isCloseTo(0, within(10.0));
        assertThat(outcome.answered().percentile(75)).isCloseTo(250, within(15.0));
        assertThat(outcome.answered().percentile(99)).isCloseTo(490, within(15.0));
    }

    @Test
    void an_answer_that_comes_late_counts_from_when_its_request_was_to_be_sent() throws Exception {
        final CompletableFuture<Void> late = new CompletableFuture<>();

        final Outcome outcome = new OpenLoop(10, clock).run(3, (number, intended) -> {
            if (number == 2) {
                late.complete(null);
                return ANSWERED;
            }
            return number == 0 ? late : ANSWERED;
        });

        assertThat(outcome.answered().most()).isCloseTo(200, within(1.0));
    }

    @Test
    void what_fails_is_counted_and_is_no_latency() throws Exception {
        final Outcome outcome = new OpenLoop(10, clock)
                .run(
                        3,
                        (number, intended) -> number == 1
                                ? CompletableFuture.failedFuture(new IOException("it is closed"))
                                : ANSWERED);

        assertThat(outcome.answered().count()).isEqualTo(2);
        assertThat(outcome.failed()).isEqualTo(1);
        assertThat(outcome.failure()).contains("it is closed");
    }

    /** A time that passes only when somebody waits for it, or says so. */
    private static final class ClockByHand implements Time {
        static final long BEGIN = 1_000_000_000L;

        private long now = BEGIN;

        void pass(final long millis) {
            now += TimeUnit.MILLISECONDS.toNanos(millis);
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void await(final long moment) {
            now = Math.max(now, moment);
        }
    }
}
