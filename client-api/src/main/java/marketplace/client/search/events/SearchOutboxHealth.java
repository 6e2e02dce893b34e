package marketplace.client.search.events;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import marketplace.service.http.Degraded;
import org.reactivestreams.Publisher;

/** Whether searches are recorded. If they are not, the service is degraded, not down: searching goes on. */
@Singleton
final class SearchOutboxHealth implements HealthIndicator {
    private static final String NAME = "search-events";

    /** A quorum answers sooner, even while a dead broker's partitions move. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final SearchOutbox outbox;
    private final Clock clock;

    SearchOutboxHealth(final SearchOutbox outbox, final Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        final boolean stuck = outbox.underWaySince()
                .filter(since -> since.plus(USUAL).isBefore(clock.instant()))
                .isPresent();
        final boolean full = outbox.pending() >= outbox.most();
        return Publishers.just(HealthResult.builder(NAME, stuck || full ? Degraded.STATUS : HealthStatus.UP)
                .details(Map.of("pending", outbox.pending(), "most", outbox.most(), "dropped", outbox.dropped()))
                .build());
    }
}
