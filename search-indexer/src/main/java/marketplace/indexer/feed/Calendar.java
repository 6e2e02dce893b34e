package marketplace.indexer.feed;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import marketplace.indexer.domain.Months;

/** The months that documents are kept for. */
@Factory
final class Calendar {
    @Singleton
    Months months(final Clock clock, final FeedSettings settings) {
        return new Months(clock, settings.retention());
    }
}
