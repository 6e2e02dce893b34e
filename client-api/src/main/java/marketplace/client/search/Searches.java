package marketplace.client.search;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Searches, and tells those who watch. A page that goes on with a search is no search of its own. */
@Singleton
public final class Searches {
    private final ProductIndex index;
    private final Collection<SearchObserver> observers;
    private final QueryIds ids;
    private final Clock clock;

    Searches(
            final ProductIndex index,
            final Collection<SearchObserver> observers,
            final QueryIds ids,
            final Clock clock) {
        this.index = index;
        this.observers = List.copyOf(observers);
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers a search; fails with {@link SearchUnavailableException} if it cannot be answered now. */
    public CompletionStage<SearchAnswer> search(final ProductSearch search, final Optional<String> clientId) {
        final String queryId = search.after().map(Cursor::queryId).orElseGet(ids::next);
        final long begin = System.nanoTime();
        final CompletionStage<SearchAnswer> answer =
                index.find(search, queryId).thenApply(findings -> answer(queryId, search, findings, since(begin)));
        return search.after().isPresent()
                ? answer
                : answer.whenComplete((found, failure) -> tell(
                        failure == null
                                ? answered(search, clientId, found)
                                : unanswered(queryId, search, clientId, since(begin))));
    }

    private static SearchAnswer answer(
            final String queryId, final ProductSearch search, final Findings findings, final Duration took) {
        final List<FoundProduct> page = findings.products();
        final Optional<String> next = findings.isLast()
                ? Optional.empty()
                : Optional.of(new Cursor(queryId, page.get(page.size() - 1).position()).textFor(search));
        return new SearchAnswer(queryId, findings, took, next);
    }

    private FinishedSearch answered(
            final ProductSearch search, final Optional<String> clientId, final SearchAnswer answer) {
        final Findings findings = answer.findings();
        return new FinishedSearch(
                answer.queryId(),
                clientId,
                search,
                OptionalLong.of(findings.total()),
                findings.products().stream().map(FoundProduct::id).toList(),
                answer.took(),
                clock.instant());
    }

    private FinishedSearch unanswered(
            final String queryId, final ProductSearch search, final Optional<String> clientId, final Duration took) {
        return new FinishedSearch(queryId, clientId, search, OptionalLong.empty(), List.of(), took, clock.instant());
    }

    private void tell(final FinishedSearch search) {
        observers.forEach(observer -> observer.finished(search));
    }

    private static Duration since(final long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
