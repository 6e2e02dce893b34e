package marketplace.indexer.feed;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import marketplace.service.waiting.Waiting;
import org.reactivestreams.Publisher;

/**
 * Whether records find their way into Elasticsearch. A short wait for it is in order, and told; a long one is not.
 */
@Singleton
@Readiness
final class IndexerHealth implements HealthIndicator {
    private static final String NAME = "indexer";

    private final Indexer indexer;
    private final FeedSettings settings;
    private final Clock clock;

    IndexerHealth(final Indexer indexer, final FeedSettings settings, final Clock clock) {
        this.indexer = indexer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        final Map<String, Object> details = new LinkedHashMap<>();
        final Optional<Throwable> death = indexer.death();
        final Optional<Waiting.Wait> wait = indexer.waiting();
        final Optional<String> trouble = indexer.feed().trouble();
        final int partitions = indexer.feed().partitions();
        death.ifPresent(cause -> details.put("died", cause.toString()));
        trouble.ifPresent(cause -> details.put("kafka", cause));
        wait.ifPresent(current -> {
            details.put("waiting_since", current.since().toString());
            details.put("waiting_for", current.reason());
        });
        details.put("partitions", partitions < 0 ? "none assigned yet" : partitions);
        details.put("under_way", indexer.backlog());
        final boolean up = death.isEmpty()
                && trouble.isEmpty()
                && partitions >= 0
                && wait.filter(this::isTooLong).isEmpty();
        return Publishers.just(HealthResult.builder(NAME, up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }

    private boolean isTooLong(final Waiting.Wait wait) {
        return wait.since().plus(settings.patience()).isBefore(clock.instant());
    }
}
