package marketplace.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
    private static final ProductSearch SEARCH = search("лампа", Sort.RELEVANCE);
    private static final Cursor CURSOR = new Cursor("q-1", new Position(12.345678, "товар-7"));

    @Test
    void what_was_given_out_is_taken_back() {
        assertThat(Cursor.of(CURSOR.textFor(SEARCH), SEARCH)).hasValue(CURSOR);
    }

    @Test
    void another_limit_is_the_same_search() {
        final ProductSearch fewer =
                new ProductSearch(SEARCH.text(), SEARCH.filters(), SEARCH.sort(), 3, Optional.empty());

        assertThat(Cursor.of(CURSOR.textFor(SEARCH), fewer)).hasValue(CURSOR);
    }

    @Test
    void it_goes_with_no_other_search() {
        final String text = CURSOR.textFor(SEARCH);

        assertThat(Cursor.of(text, search("лампы", Sort.RELEVANCE))).isEmpty();
        assertThat(Cursor.of(text, search("лампа", Sort.NEWEST))).isEmpty();
    }

    @Test
    void one_that_was_changed_is_none() {
        final String text = CURSOR.textFor(SEARCH);
        for (int at = 0; at < text.length(); at++) {
            final char other = text.charAt(at) == 'A' ? 'B' : 'A';
            final String changed = text.substring(0, at) + other + text.substring(at + 1);
            // The last letter has bits to spare: it may read the same, and never as something else.
            assertThat(Cursor.of(changed, SEARCH).orElse(CURSOR)).isEqualTo(CURSOR);
            if (at < text.length() - 1) {
                assertThat(Cursor.of(changed, SEARCH)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "nonsense", "AAAAAAAAAAAAAAAAAAAA", "%%%", "лампа", "[1,2]", "eyJhIjoxfQ", "\n"})
    void nonsense_is_none(final String text) {
        assertThat(Cursor.of(text, SEARCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_shards:9", "_local", "q 1", ""})
    void one_of_a_search_that_cannot_have_been_is_none(final String queryId) {
        assertThat(Cursor.of(new Cursor(queryId, CURSOR.position()).textFor(SEARCH), SEARCH))
                .isEmpty();
    }

    @Test
    void one_of_no_place_is_none() {
        final Cursor nowhere = new Cursor("q-1", new Position(Double.NaN, "товар-7"));

        assertThat(Cursor.of(nowhere.textFor(SEARCH), SEARCH)).isEmpty();
    }

    @Test
    void a_very_long_one_is_none() {
        assertThat(Cursor.of("A".repeat(10_000), SEARCH)).isEmpty();
    }

    private static ProductSearch search(final String words, final Sort sort) {
        return new ProductSearch(QueryText.of(words), Filters.NONE, sort, 20, Optional.empty());
    }
}
