package marketplace.indexer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import marketplace.service.waiting.Backoff;
import marketplace.service.waiting.Waiting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the store does to the changes, what may be committed is never past what has been dealt with, and in the end
 * everything is as if the changes had been made one after the other.
 */
final class CareOfOffsetsTest {
    private static final int PARTITIONS = 3;
    private static final int RECORDS = 400;
    private static final int DOCUMENTS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void nothing_is_committed_before_it_is_stored_and_nothing_is_lost(final long seed) {
        final Random random = new Random(seed);
        final MoodyStore store = new MoodyStore(seed);
        final Backlog backlog = new Backlog(100, 1_000_000);
        final List<PartitionUnderTest> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionUnderTest(number, store, backlog))
                .toList();

        try (Lanes lanes = lanes(store, 3)) {
            for (int i = 0; i < RECORDS; i++) {
                final PartitionUnderTest partition = partitions.get(random.nextInt(PARTITIONS));
                lanes.add(partition.next(random));
                partitions.forEach(PartitionUnderTest::mustNotCommitWhatIsOpen);
                if (backlog.isFull()) {
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(backlog::hasRoom);
                }
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).untilAsserted(() -> assertThat(partitions)
                    .allSatisfy(PartitionUnderTest::mustNotCommitWhatIsOpen)
                    .allMatch(PartitionUnderTest::isDone));
            assertThat(lanes.death()).isEmpty();
        }

        assertThat(backlog.records()).isZero();
        partitions.forEach(PartitionUnderTest::mustHaveEveryDocumentAsItWasLast);
    }

    static Lanes lanes(final DocumentStore store, final int count) {
        final Clock clock = Clock.systemUTC();
        final Backoff backoff = new Backoff(Duration.ofNanos(1), Duration.ofMillis(1), () -> 0.5);
        return new Lanes(IntStream.range(0, count)
                .mapToObj(lane -> new Lane(
                        "lane-" + lane,
                        new Delivery(store, backoff, new Waiting(clock)),
                        new Lane.BatchLimit(7, 1_000_000)))
                .toList());
    }

    /** A partition, what was put on it, and what has become of it. */
    private static final class PartitionUnderTest {
        private final int number;
        private final MoodyStore store;
        private final Backlog backlog;
        private final Progress progress = new Progress(0);
        private final Set<Long> settled = ConcurrentHashMap.newKeySet();
        private final Map<String, Change> expected = new HashMap<>();
        private long next;

        PartitionUnderTest(final int number, final MoodyStore store, final Backlog backlog) {
            this.number = number;
            this.store = store;
            this.backlog = backlog;
        }

        Task next(final Random random) {
            final long offset = next;
            next += 1 + random.nextInt(2);
            final String id = number + "-" + random.nextInt(DOCUMENTS);
            final Change change = random.nextInt(4) == 0
                    ? new Change.Delete(Shelf.of("products"), id, offset)
                    : new Change.Put(Shelf.of("products"), id, offset, new byte[] {(byte) offset});
            if (!MoodyStore.isRefused(change)) {
                expected.put(id, change);
            }
            progress.began(offset);
            backlog.add(change.bytes());
            return new OffsetTask(offset, change);
        }

        void mustNotCommitWhatIsOpen() {
            final long committable = progress.committable();
            assertThat(settled).as("everything before " + committable).containsAll(begunBefore(committable));
        }

        private List<Long> begunBefore(final long offset) {
            return store.seen(number).stream().filter(seen -> seen < offset).toList();
        }

        boolean isDone() {
            return progress.isIdle();
        }

        void mustHaveEveryDocumentAsItWasLast() {
            final List<String> wrong = new ArrayList<>();
            expected.forEach((id, change) -> {
                if (!store.has(change)) {
                    wrong.add(id + " should be " + change);
                }
            });
            assertThat(wrong).isEmpty();
        }

        private final class OffsetTask implements Task {
            private final long offset;
            private final Change change;

            OffsetTask(final long offset, final Change change) {
                this.offset = offset;
                this.change = change;
                store.expect(number, offset);
            }

            @Override
            public Change change() {
                return change;
            }

            @Override
            public boolean isWanted() {
                return true;
            }

            @Override
            public void dropped() {
                throw new AssertionError("It is always wanted");
            }

            @Override
            public void stored(final boolean stale) {
                assertThat(store.isAtLeast(change)).as("stored means stored").isTrue();
                settle();
            }

            @Override
            public void refused(final String reason) {
                assertThat(MoodyStore.isRefused(change)).isTrue();
                settle();
            }

            private void settle() {
                assertThat(settled.add(offset)).as("told once").isTrue();
                backlog.remove(change.bytes());
                progress.done(offset);
            }
        }
    }
}
