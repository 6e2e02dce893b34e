package marketplace.hadoop.recommendations;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of the job, of which one goes on at a time. */
@Singleton
final class JobRuns {
    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
    private static final int MOST_REMEMBERED = 100;

    private final Job job;
    private final Clock clock;
    private final Deque<JobRun> all = new ArrayDeque<>();
    private final ExecutorService worker;

    JobRuns(final Job job, final Clock clock) {
        this.job = job;
        this.clock = clock;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            final Thread thread = new Thread(task, "recommendations");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The run that goes on, or if there is none a new one. */
    synchronized JobRun start(final boolean evaluate) {
        final JobRun newest = all.peekFirst();
        if (newest != null && newest.state() == JobRun.State.RUNNING) {
            return newest;
        }
        final JobRun run = new JobRun(UUID.randomUUID().toString(), evaluate, clock);
        all.addFirst(run);
        if (all.size() > MOST_REMEMBERED) {
            all.removeLast();
        }
        worker.execute(() -> carryOut(run));
        return run;
    }

    private void carryOut(final JobRun run) {
        LOG.info("Recommendations {} begin", run.id());
        try {
            run.done(job.run(run.id(), run.evaluates(), run));
            LOG.info("Recommendations {} are done: {}", run.id(), run.result().orElseThrow());
        } catch (final JobFailedException | IOException | RuntimeException e) {
            LOG.warn("Recommendations {} failed: {}", run.id(), e.getMessage());
            run.failed(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            run.failed("This service was stopped meanwhile.");
        }
    }

    /** The newest first. */
    synchronized List<JobRun> all() {
        return List.copyOf(all);
    }

    Optional<JobRun> run(final String id) {
        return all().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}
