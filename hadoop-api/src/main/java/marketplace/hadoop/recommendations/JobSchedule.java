package marketplace.hadoop.recommendations;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts a run every so often, if that is set. */
@Singleton
final class JobSchedule implements ApplicationEventListener<ServerStartupEvent> {
    private final JobSettings settings;
    private final JobRuns runs;
    private final TaskScheduler scheduler;

    JobSchedule(
            final JobSettings settings,
            final JobRuns runs,
            @Named(TaskExecutors.SCHEDULED) final TaskScheduler scheduler) {
        this.settings = settings;
        this.runs = runs;
        this.scheduler = scheduler;
    }

    @Override
    public void onApplicationEvent(final ServerStartupEvent event) {
        if (settings.every().compareTo(Duration.ZERO) > 0) {
            final var unused =
                    scheduler.scheduleAtFixedRate(settings.every(), settings.every(), () -> runs.start(false));
        }
    }
}
