package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CachesTest {
    @Test
    void a_cache_stays_within_its_bound() {
        final BoundedCache<Integer, String> cache = new BoundedCache<>(10);

        for (int i = 0; i < 1000; i++) {
            cache.put(i, "v");
            assertThat(cache.get(i)).isEqualTo("v");
        }

        assertThat(cache.size()).isEqualTo(10);
    }

    @Test
    void a_failure_reaches_whoever_asked_and_is_forgotten() {
        final SingleFlight<String, String> flight = new SingleFlight<>(Duration.ofSeconds(5));

        assertThatThrownBy(() -> flight.get("k", () -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");
        assertThat(flight.get("k", () -> "up")).isEqualTo("up");
    }

    @Test
    void those_who_come_later_take_what_the_first_one_brings_or_go_themselves_when_it_takes_too_long()
            throws Exception {
        final SingleFlight<String, String> flight = new SingleFlight<>(Duration.ofMillis(50));
        final CountDownLatch away = new CountDownLatch(1);
        final CountDownLatch home = new CountDownLatch(1);
        final ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            final Future<String> first = thread.submit(() -> flight.get("k", () -> {
                away.countDown();
                awaitQuietly(home);
                return "first";
            }));
            away.await();

            assertThat(flight.get("k", () -> "second")).isEqualTo("second");

            home.countDown();
            assertThat(first.get()).isEqualTo("first");
        } finally {
            thread.shutdownNow();
        }
    }

    private static void awaitQuietly(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
