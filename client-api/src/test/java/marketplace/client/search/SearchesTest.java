package marketplace.client.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class SearchesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Optional<String> CLIENT = Optional.of("client-1");

    private final FakeIndex index = new FakeIndex();
    private final List<FinishedSearch> told = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Searches searches = new Searches(index, List.of(told::add), new QueryIds(clock), clock);

    @Test
    void a_search_that_was_answered_is_told_with_what_was_shown() {
        index.answer = new Findings(7, List.of(product("b"), product("a")), true, Optional.empty());

        final SearchAnswer answer = search(Optional.empty());

        assertThat(told).singleElement().satisfies(search -> {
            assertThat(search.queryId()).isEqualTo(answer.queryId());
            assertThat(search.clientId()).isEqualTo(CLIENT);
            assertThat(search.hits()).hasValue(7);
            assertThat(search.shown()).containsExactly("b", "a");
            assertThat(search.at()).isEqualTo(NOW);
        });
    }

    @Test
    void a_search_that_was_not_answered_is_told_without_hits() {
        index.failure = new SearchUnavailableException("down", null);

        assertThatThrownBy(() -> search(Optional.empty())).hasCause(index.failure);

        assertThat(told).singleElement().satisfies(search -> {
            assertThat(search.hits()).isEmpty();
            assertThat(search.shown()).isEmpty();
        });
    }

    @Test
    void the_next_page_belongs_to_the_same_search_and_is_not_told() {
        index.answer = new Findings(2, List.of(product("a")), false, Optional.empty());
        final SearchAnswer first = search(Optional.empty());

        final Cursor cursor =
                Cursor.of(first.next().orElseThrow(), asked(Optional.empty())).orElseThrow();
        final SearchAnswer second = search(Optional.of(cursor));

        assertThat(second.queryId()).isEqualTo(first.queryId());
        assertThat(cursor.position()).isEqualTo(new Position(1.5, "a"));
        assertThat(told).hasSize(1);
    }

    @Test
    void after_the_last_page_there_is_no_next() {
        index.answer = new Findings(1, List.of(product("a")), true, Optional.empty());

        assertThat(search(Optional.empty()).next()).isEmpty();
    }

    private SearchAnswer search(final Optional<Cursor> after) {
        return searches.search(asked(after), CLIENT).toCompletableFuture().join();
    }

    private static ProductSearch asked(final Optional<Cursor> after) {
        return new ProductSearch(QueryText.of("лампа"), Filters.NONE, Sort.RELEVANCE, 1, after);
    }

    private static FoundProduct product(final String id) {
        return new FoundProduct(id, Map.of(), Map.of(), new Position(1.5, id));
    }

    private static final class FakeIndex implements ProductIndex {
        private Findings answer;
        private RuntimeException failure;

        @Override
        public CompletionStage<Findings> find(final ProductSearch search, final String queryId) {
            return failure == null
                    ? CompletableFuture.completedFuture(answer)
                    : CompletableFuture.failedFuture(failure);
        }

        @Override
        public CompletionStage<List<Suggestion>> suggest(final QueryText beginning, final int most) {
            throw new AssertionError("Nobody asked for suggestions");
        }
    }
}
