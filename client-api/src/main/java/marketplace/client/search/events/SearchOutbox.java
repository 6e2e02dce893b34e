package marketplace.client.search.events;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import marketplace.client.search.FinishedSearch;
import marketplace.client.search.SearchObserver;
import marketplace.events.SearchEvent;

/** Records every search. Searching does not wait for that, and goes on while it cannot be done. */
@Singleton
final class SearchOutbox implements SearchObserver {
    private final Outbox<SearchEvent> outbox;
    private final int most;

    SearchOutbox(
            final SearchTopic topic,
            @Value("${search.events.most}") final int most,
            @Value("${search.events.most-bytes}") final long mostBytes,
            @Value("${search.events.last-patience}") final Duration lastPatience,
            final Clock clock,
            final MeterRegistry meters) {
        this.most = most;
        this.outbox = new Outbox<>(
                "search-events", new Outbox.Room(most, mostBytes), SearchEvents::bytes, lastPatience, topic, clock);
        FunctionCounter.builder("marketplace.search.events.dropped", outbox, Outbox::dropped)
                .description("Searches that were never recorded, for want of room")
                .register(meters);
        Gauge.builder("marketplace.search.events.pending", outbox, Outbox::pending)
                .description("Searches that are not recorded yet")
                .register(meters);
    }

    @Override
    public void finished(final FinishedSearch search) {
        outbox.put(SearchEvents.of(search));
    }

    int pending() {
        return outbox.pending();
    }

    int most() {
        return most;
    }

    long dropped() {
        return outbox.dropped();
    }

    Optional<Instant> underWaySince() {
        return outbox.underWaySince();
    }

    @PreDestroy
    void close() {
        outbox.close();
    }
}
