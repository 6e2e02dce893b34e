package marketplace.bench.visible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private final AtomicLongArray intended = new AtomicLongArray(new long[] {1, 1});
    private final Sightings sightings = new Sightings(intended);

    @Test
    void an_event_counts_once_from_when_it_was_to_be_sent() {
        sightings.see(0, 1 + TimeUnit.MILLISECONDS.toNanos(40));
        sightings.see(0, 1 + TimeUnit.MILLISECONDS.toNanos(90));

        assertThat(sightings.latencies().count()).isEqualTo(1);
        assertThat(sightings.latencies().most()).isCloseTo(40, within(0.1));
        assertThat(sightings.isComplete()).isFalse();
    }

    @Test
    void it_is_complete_when_every_event_was_seen() {
        sightings.see(1, 10);
        sightings.see(0, 10);

        assertThat(sightings.isComplete()).isTrue();
    }

    @Test
    void an_event_of_another_run_is_passed_over() {
        sightings.see(2, 10);
        sightings.see(-1, 10);

        assertThat(sightings.latencies().count()).isZero();
    }
}
