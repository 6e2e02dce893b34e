package marketplace.streams.bans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import marketplace.service.log.LimitedLog;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** When it looks for the end of a rush. What it lets through is told by AnyOrderTest. */
class PublicationProcessorTest {
    private static final long NOON = 1_800_000_000_000L;

    private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
    private final PublicationProcessor publications = new PublicationProcessor(
            new BanStory(new LimitedLog(LoggerFactory.getLogger(PublicationProcessorTest.class), Level.INFO, 0)),
            new Rush());

    @BeforeEach
    void begin() {
        StandingsInMemory.addTo(context);
        context.setCurrentSystemTimeMs(NOON);
        publications.init(context);
    }

    @Test
    void what_trickles_in_is_not_looked_after() {
        publish(199);

        assertThat(looks()).isEmpty();
    }

    @Test
    void a_rush_is_looked_after_until_it_is_over_and_then_committed() {
        publish(1_000);
        assertThat(looks()).hasSize(1);
        final CapturedPunctuator look = looks().get(0);

        look.getPunctuator().punctuate(NOON + 10);
        assertThat(look.cancelled()).isFalse();
        assertThat(context.committed()).isFalse();

        look.getPunctuator().punctuate(NOON + 20);
        assertThat(look.cancelled()).isTrue();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void the_next_rush_is_looked_after_again() {
        publish(200);
        looks().get(0).getPunctuator().punctuate(NOON + 20);
        publish(200);

        assertThat(looks()).extracting(CapturedPunctuator::cancelled).containsExactly(true, false);
    }

    private void publish(final int count) {
        for (int number = 0; number < count; number++) {
            final String id = "p" + number;
            context.setRecordMetadata("products", 0, number);
            publications.process(new Record<>(
                    id, new ProductVersion("«" + id + "»", "s", id.getBytes(StandardCharsets.UTF_8)), NOON));
        }
    }

    private List<CapturedPunctuator> looks() {
        return context.scheduledPunctuators();
    }
}
