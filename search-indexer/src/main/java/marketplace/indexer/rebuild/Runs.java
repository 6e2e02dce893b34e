package marketplace.indexer.rebuild;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import marketplace.indexer.domain.StoreUnavailableException;

/** The rebuilds that go on and the last that ended. Safe for use by many threads. */
final class Runs {
    private static final int MOST_REMEMBERED = 100;

    private final Clock clock;
    private final Deque<Run> all = new ArrayDeque<>();

    Runs(final Clock clock) {
        this.clock = clock;
    }

    /** What a run does. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException, StoreUnavailableException;
    }

    /** One that will be done, and is remembered from now on. */
    Run announce(final String family) {
        final Run run = new Run(UUID.randomUUID().toString(), family, clock.instant());
        synchronized (all) {
            all.addFirst(run);
            while (all.size() > MOST_REMEMBERED) {
                all.removeLast();
            }
        }
        return run;
    }

    /** Does the work of a run, which says afterwards how it went. */
    static void carryOut(final Run run, final Work work) throws InterruptedException, StoreUnavailableException {
        try {
            work.run();
            run.done();
        } catch (final StoreUnavailableException e) {
            run.failed(e.getMessage());
            throw e;
        } catch (final InterruptedException e) {
            run.callOff();
            throw e;
        } catch (final RuntimeException e) {
            run.failed(e.toString());
            throw e;
        }
    }

    Optional<Run> find(final String id) {
        synchronized (all) {
            return all.stream().filter(run -> run.id().equals(id)).findFirst();
        }
    }

    /** Whoever waits for one of a family hears so, whether it had begun or not. */
    void callOff(final String family) {
        synchronized (all) {
            all.stream().filter(run -> run.family().equals(family)).forEach(Run::callOff);
        }
    }
}
