package marketplace.acceptance.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import marketplace.acceptance.criteria.Criterion;
import marketplace.acceptance.criteria.Finding;
import marketplace.acceptance.criteria.Ground;
import marketplace.tool.console.Progress;
import org.apache.kafka.common.KafkaException;

/**
 * Tries criteria, one after the other. Slow ones begin where they stand in the order, and the ones behind them are tried
 * meanwhile: what is measured stands before them.
 */
final class Verification {
    private final List<Criterion> criteria;
    private final Ground ground;
    private final Progress progress;

    Verification(final List<Criterion> criteria, final Ground ground, final Progress progress) {
        this.criteria = List.copyOf(criteria);
        this.ground = ground;
        this.progress = progress;
    }

    /** All verdicts, by number. */
    List<Verdict> run() throws InterruptedException {
        final List<Verdict> verdicts = new ArrayList<>();
        final List<FutureTask<Verdict>> slow = new ArrayList<>();
        final List<Thread> threads = new ArrayList<>();
        try {
            for (final Criterion criterion : criteria) {
                if (criterion.isSlow()) {
                    final FutureTask<Verdict> task = new FutureTask<>(() -> examine(criterion));
                    final Thread thread = new Thread(task, "criterion-" + criterion.number());
                    slow.add(task);
                    threads.add(thread);
                    thread.start();
                } else {
                    progress.doing(criterion.number() + " " + criterion.title());
                    verdicts.add(examine(criterion));
                }
            }
            for (final FutureTask<Verdict> task : slow) {
                progress.doing("waiting for what takes longer");
                verdicts.add(get(task));
            }
        } finally {
            threads.forEach(Thread::interrupt);
            for (final Thread thread : threads) {
                thread.join();
            }
        }
        verdicts.sort(Comparator.comparingInt(Verdict::number));
        return verdicts;
    }

    private static Verdict get(final FutureTask<Verdict> task) throws InterruptedException {
        try {
            return task.get();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Verdict examine(final Criterion criterion) throws InterruptedException {
        final long begin = System.nanoTime();
        Finding finding;
        try {
            finding = criterion.examine(ground);
        } catch (final IOException | KafkaException e) {
            finding = new Finding(
                    List.of(new Finding.Line(
                            Finding.Kind.BROKEN, "it could not be tried to its end: " + e.getMessage())),
                    Map.of());
        }
        return new Verdict(criterion.number(), criterion.title(), finding, (System.nanoTime() - begin) / 1e9);
    }
}
