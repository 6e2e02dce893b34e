package marketplace.hadoop.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobRunsTest {
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final JobRuns runs = new JobRuns(
            (id, evaluate, progress) -> {
                progress.stage("read", 0, 2);
                mayEnd.await();
                if (evaluate) {
                    throw new JobFailedException("There is nothing to measure");
                }
                return Map.of("published", 4);
            },
            Clock.systemUTC());

    @AfterEach
    void close() {
        runs.close();
    }

    private static JobRun ended(final JobRun run) throws Exception {
        return run.end().get(10, TimeUnit.SECONDS);
    }

    @Test
    void who_asks_while_one_goes_on_is_shown_that_one() throws Exception {
        final JobRun first = runs.start(false);
        assertThat(runs.start(true)).isSameAs(first);
        mayEnd.countDown();
        assertThat(ended(first).state()).isEqualTo(JobRun.State.DONE);

        assertThat(runs.start(false)).isNotSameAs(first);
        assertThat(runs.all()).hasSize(2);
    }

    @Test
    void a_run_that_is_done_says_what_came_of_it() throws Exception {
        mayEnd.countDown();
        final JobRun run = ended(runs.start(false));

        assertThat(run.result()).contains(Map.of("published", 4));
        assertThat(run.stage()).isEqualTo(new JobRun.Stage("done", 2, 2));
        assertThat(runs.run(run.id())).contains(run);
    }

    @Test
    void a_run_that_failed_says_why_and_the_next_may_begin() throws Exception {
        mayEnd.countDown();
        final JobRun run = ended(runs.start(true));

        assertThat(run.state()).isEqualTo(JobRun.State.FAILED);
        assertThat(run.error()).contains("There is nothing to measure");
        assertThat(ended(runs.start(false)).state()).isEqualTo(JobRun.State.DONE);
    }
}
