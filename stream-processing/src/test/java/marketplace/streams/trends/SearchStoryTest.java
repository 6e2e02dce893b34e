package marketplace.streams.trends;

import static marketplace.streams.testkit.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.kstream.internals.TimeWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchStoryTest {
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = new LoggerContext().getLogger("test");

    private Instant now = NOON;
    private final SearchStory story = new SearchStory(logger, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @Test
    void the_most_searched_are_told_first_with_those_that_found_nothing() {
        counted("мышь", 5, 0);
        counted("клавиатура", 11, 2);
        counted("клавиатура", 12, 2);
        after(Duration.ofSeconds(10));

        assertThat(lines()).containsExactly("searches since 12:00 UTC: «клавиатура» 12 (2 found nothing), «мышь» 5");
    }

    @Test
    void no_more_than_five_queries_are_told() {
        IntStream.rangeClosed(1, 3_000).forEach(query -> counted("q" + query, query, 0));
        after(Duration.ofSeconds(10));

        assertThat(lines())
                .containsExactly(
                        "searches since 12:00 UTC: «q3000» 3000, «q2999» 2999, «q2998» 2998, «q2997» 2997, «q2996» 2996");
    }

    @Test
    void nothing_is_told_before_it_is_time_or_when_nothing_changed() {
        counted("мышь", 1, 0);
        after(Duration.ofSeconds(9));
        assertThat(lines()).isEmpty();

        after(Duration.ofSeconds(1));
        after(Duration.ofSeconds(10));
        counted("мышь", 1, 0);
        after(Duration.ofSeconds(10));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void a_window_that_has_ended_is_told_once_more() {
        counted("мышь", 1, 0);
        after(Duration.ofSeconds(10));
        after(Duration.ofMinutes(5));
        after(Duration.ofSeconds(10));

        assertThat(lines())
                .containsExactly("searches since 12:00 UTC: «мышь» 1", "searches from 12:00 to 12:05 UTC: «мышь» 1");
    }

    @Test
    void a_late_search_is_told_with_its_window() {
        counted("мышь", 1, 0);
        after(Duration.ofMinutes(5));
        counted("мышь", 2, 1);
        after(Duration.ofSeconds(10));

        assertThat(lines())
                .containsExactly(
                        "searches from 12:00 to 12:05 UTC: «мышь» 1",
                        "searches from 12:00 to 12:05 UTC: «мышь» 2 (1 found nothing)");
    }

    @Test
    void a_backlog_of_old_windows_makes_no_lines() {
        after(Duration.ofHours(1));
        counted("мышь", 1, 0);
        after(Duration.ofSeconds(10));

        assertThat(lines()).isEmpty();
    }

    private void counted(final String query, final long searches, final long zeroHits) {
        final TimeWindow window = new TimeWindow(
                NOON.toEpochMilli(), NOON.plus(Duration.ofMinutes(5)).toEpochMilli());
        story.counted(window, query, new QueryCounts(searches, zeroHits));
    }

    private void after(final Duration time) {
        now = now.plus(time);
        story.tell();
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
