package marketplace.streams.engine;

import static marketplace.streams.testkit.Events.NOON;
import static marketplace.streams.testkit.Events.search;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.events.SearchTrend;
import marketplace.streams.testkit.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTrendsTest {
    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void searches_are_counted_by_query_with_those_that_found_nothing() {
        rig.search(search("1", "Клавиатура", 3, NOON));
        rig.search(search("2", "  клавиатура ", 0, NOON.plusSeconds(1)));
        rig.search(search("3", "мышь", 1, NOON.plusSeconds(2)));

        assertThat(last()).containsOnly(Map.entry("12:00 клавиатура", "2, 1"), Map.entry("12:00 мышь", "1, 0"));
    }

    @Test
    void a_trend_names_its_query_and_its_window() {
        rig.search(search("1", "мышь", 0, NOON.plusSeconds(70)));

        final var record = rig.trends().get(0);
        assertThat(record.key()).isEqualTo("мышь");
        assertThat(record.value()).isEqualTo(new SearchTrend("мышь", NOON, NOON.plus(Duration.ofMinutes(5)), 1L, 1L));
    }

    @Test
    void each_window_counts_for_itself() {
        rig.search(search("1", "мышь", 1, NOON));
        rig.search(search("2", "мышь", 1, NOON.plus(Duration.ofMinutes(5))));

        assertThat(last()).containsOnly(Map.entry("12:00 мышь", "1, 0"), Map.entry("12:05 мышь", "1, 0"));
    }

    @Test
    void a_search_that_comes_twice_counts_once() {
        rig.search(search("1", "мышь", 0, NOON));
        rig.search(search("1", "мышь", 0, NOON));
        rig.search(search("1", "мышь", 0, NOON.plusSeconds(200)));

        assertThat(last()).containsOnly(Map.entry("12:00 мышь", "1, 1"));
    }

    @Test
    void a_late_search_counts_within_the_grace() {
        rig.search(search("1", "мышь", 1, NOON.plusSeconds(10)));
        rig.search(search("2", "другое", 1, NOON.plusSeconds(359)));
        rig.search(search("3", "мышь", 1, NOON.plusSeconds(20)));
        rig.search(search("3", "мышь", 1, NOON.plusSeconds(20)));

        assertThat(last()).containsEntry("12:00 мышь", "2, 0");
    }

    @Test
    void a_search_that_comes_after_the_grace_does_not_count() {
        rig.search(search("1", "мышь", 1, NOON));
        rig.search(search("2", "мышь", 1, NOON.plusSeconds(361)));
        rig.search(search("3", "мышь", 1, NOON.plusSeconds(299)));

        assertThat(last()).containsOnly(Map.entry("12:00 мышь", "1, 0"), Map.entry("12:05 мышь", "1, 0"));
    }

    @Test
    void a_search_from_the_future_counts_when_it_was_recorded_and_closes_no_window() {
        rig.search(search("1", "мышь", 1, NOON));
        rig.search(search("2", "мышь", 1, Instant.parse("2199-01-01T00:00:00Z")), NOON.plusSeconds(1));
        rig.search(search("3", "мышь", 1, Instant.EPOCH), NOON.plusSeconds(2));
        rig.search(search("4", "мышь", 1, NOON.plusSeconds(3)));

        assertThat(last()).containsOnly(Map.entry("12:00 мышь", "4, 0"));
    }

    @Test
    void a_record_that_is_itself_from_the_future_counts_now() {
        final Instant future = Instant.parse("2199-01-01T00:00:00Z");
        rig.search(search("1", "мышь", 1, future), future);

        assertThat(last()).containsOnly(Map.entry("14:00 мышь", "1, 0"));
    }

    @Test
    void a_search_without_words_is_not_a_query() {
        rig.search(search("1", " \t ", 100, NOON));

        assertThat(rig.trends()).isEmpty();
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void who_follows_the_log_sees_the_most_frequent_queries() {
        final AtomicReference<Instant> now = new AtomicReference<>(NOON);
        try (Rig watched = new Rig(
                folder.resolve("watched"), new TestRegistry(), ((InstantSource) now::get).withZone(ZoneOffset.UTC))) {
            watched.search(search("1", "Мышь", 0, NOON));
            watched.search(search("2", "мышь", 3, NOON));
            assertThat(watched.toldOfSearches()).isEmpty();

            now.set(NOON.plusSeconds(10));
            assertThat(watched.toldOfSearches())
                    .containsExactly("searches since 12:00 UTC: «мышь» 2 (1 found nothing)");
        }
    }

    /** The last word on each query and window, as readers of the topic see it. */
    private Map<String, String> last() {
        final Map<String, String> last = new LinkedHashMap<>();
        final List<SearchTrend> trends =
                rig.trends().stream().map(record -> record.value()).toList();
        for (final SearchTrend trend : trends) {
            last.put(
                    trend.getWindowStart().toString().substring(11, 16) + " " + trend.getQuery(),
                    trend.getSearches() + ", " + trend.getZeroHits());
        }
        return last;
    }
}
