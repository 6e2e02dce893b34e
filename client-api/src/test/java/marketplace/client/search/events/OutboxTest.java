package marketplace.client.search.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private final FakeCarrier carrier = new FakeCarrier();
    private Outbox<Integer> outbox;

    @AfterEach
    void stop() {
        carrier.open.countDown();
        outbox.close();
    }

    @Test
    void everything_is_brought_away_once_and_in_order() {
        outbox = with(10_000);

        IntStream.range(0, 5_000).forEach(outbox::put);

        await().untilAsserted(() -> assertThat(outbox.pending()).isZero());
        assertThat(carrier.arrived).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
        assertThat(outbox.dropped()).isZero();
    }

    @Test
    void what_comes_soon_after_something_else_goes_together() {
        outbox = with(100);
        outbox.put(0);
        await().untilAsserted(() -> assertThat(carrier.arrived).containsExactly(0));

        IntStream.rangeClosed(1, 20).forEach(outbox::put);

        await().untilAsserted(() -> assertThat(carrier.arrived).hasSize(21));
        assertThat(carrier.journeys).hasValueLessThan(5);
    }

    @Test
    void what_does_not_arrive_is_tried_until_it_does() {
        carrier.failures.set(3);
        outbox = with(10);

        outbox.put(1);
        outbox.put(2);

        await().untilAsserted(() -> assertThat(carrier.arrived).containsExactly(1, 2));
        assertThat(outbox.dropped()).isZero();
    }

    @Test
    void nobody_waits_for_a_carrier_that_hangs_and_what_has_no_room_is_counted() {
        carrier.hang();
        outbox = with(10);
        outbox.put(0);
        await().until(() -> outbox.underWaySince().isPresent());

        IntStream.rangeClosed(1, 25).forEach(outbox::put);

        assertThat(outbox.dropped()).isEqualTo(15);
        assertThat(outbox.pending()).isEqualTo(11);

        carrier.open.countDown();
        await().untilAsserted(() -> assertThat(carrier.arrived)
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 10).boxed().toList()));
        await().until(() -> outbox.underWaySince().isEmpty());
    }

    @Test
    void what_waits_when_it_closes_is_still_brought_away() {
        outbox = with(1_000);
        IntStream.range(0, 1_000).forEach(outbox::put);

        outbox.close();

        assertThat(carrier.arrived).hasSize(1_000);
        assertThat(outbox.dropped()).isZero();
    }

    @Test
    void closing_waits_for_a_while_only_and_what_is_lost_is_counted() {
        carrier.hang();
        outbox = new Outbox<>(
                "test", new Outbox.Room(10, 10), thing -> 1, Duration.ofMillis(200), carrier, Clock.systemUTC());
        outbox.put(1);
        outbox.put(2);

        outbox.close();

        assertThat(outbox.dropped()).isEqualTo(2);
        assertThat(carrier.arrived).isEmpty();
    }

    @Test
    void after_it_is_closed_it_takes_nothing() {
        outbox = with(10);
        outbox.close();

        outbox.put(1);

        assertThat(outbox.dropped()).isEqualTo(1);
        assertThat(outbox.pending()).isZero();
    }

    @Test
    void what_takes_too_much_memory_is_dropped_though_there_are_few() {
        carrier.hang();
        outbox = new Outbox<>(
                "test", new Outbox.Room(100, 10), thing -> thing, Duration.ofMillis(200), carrier, Clock.systemUTC());
        outbox.put(1);
        await().until(() -> outbox.underWaySince().isPresent());

        outbox.put(6);
        outbox.put(6);
        outbox.put(1);

        assertThat(outbox.pending()).isEqualTo(3);
        assertThat(outbox.dropped()).isEqualTo(1);
    }

    private Outbox<Integer> with(final int most) {
        return new Outbox<>(
                "test", new Outbox.Room(most, most), thing -> 1, Duration.ofSeconds(10), carrier, Clock.systemUTC());
    }

    private static final class FakeCarrier implements Outbox.Carrier<Integer> {
        private final List<Integer> arrived = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger journeys = new AtomicInteger();
        private volatile CountDownLatch open = new CountDownLatch(0);

        void hang() {
            open = new CountDownLatch(1);
        }

        @Override
        public List<Integer> carry(final List<Integer> things) throws InterruptedException {
            open.await();
            journeys.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
                // The first arrives, the others do not.
                arrived.add(things.get(0));
                return new ArrayList<>(things.subList(1, things.size()));
            }
            arrived.addAll(things);
            return List.of();
        }
    }
}
