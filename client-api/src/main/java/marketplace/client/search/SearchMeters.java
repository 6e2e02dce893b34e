package marketplace.client.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

/** Counts searches, and measures how long they take. */
@Singleton
final class SearchMeters implements SearchObserver {
    private final Timer duration;
    private final Counter all;
    private final Counter withoutHits;
    private final Counter unanswered;

    SearchMeters(final MeterRegistry meters) {
        duration = Timer.builder("marketplace.search.duration")
                .description("How long searches take that are answered")
                .publishPercentileHistogram()
                .register(meters);
        all = counter(meters, "marketplace.searches", "Searches, the unanswered among them");
        withoutHits = counter(meters, "marketplace.searches.zero.hits", "Searches that found nothing");
        unanswered = counter(meters, "marketplace.searches.unanswered", "Searches that could not be answered");
    }

    private static Counter counter(final MeterRegistry meters, final String name, final String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    @Override
    public void finished(final FinishedSearch search) {
        all.increment();
        if (search.hits().isEmpty()) {
            unanswered.increment();
            return;
        }
        duration.record(search.took());
        if (search.hits().getAsLong() == 0) {
            withoutHits.increment();
        }
    }
}
