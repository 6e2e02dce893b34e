package marketplace.hadoop.recommendations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JobScheduleTest {
    private final JobRuns runs = new JobRuns((id, evaluate, progress) -> Map.of(), Clock.systemUTC());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        timer.shutdownNow();
        runs.close();
    }

    private void schedule(final Duration every) {
        final JobSettings settings =
                new JobSettings("", "", "1g", "local", 0, "", "", every, Duration.ofMinutes(1), Duration.ofMinutes(1));
        new JobSchedule(settings, runs, new ScheduledExecutorTaskScheduler(timer)).onApplicationEvent(null);
    }

    @Test
    void runs_begin_by_themselves_every_so_often() {
        schedule(Duration.ofMillis(20));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(runs.all()).hasSizeGreaterThan(2));
    }

    @Test
    void none_begins_by_itself_if_no_schedule_is_set() {
        schedule(Duration.ZERO);

        assertThat(timer.shutdownNow()).isEmpty();
    }
}
