package marketplace.streams.bans;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** A shop published or removed a product. */
final class PublicationProcessor extends ContextualProcessor<String, ProductVersion, String, byte[]> {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final BanStory story;
    private final Rush rush;
    private KeyValueStore<String, Standing> standings;

    PublicationProcessor(final BanStory story, final Rush rush) {
        this.story = story;
        this.rush = rush;
    }

    @Override
    public void init(final org.apache.kafka.streams.processor.api.ProcessorContext<String, byte[]> context) {
        super.init(context);
        standings = Standings.of(context);
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (rush.isJustOver(now)) {
                context.commit();
            }
        });
    }

    @Override
    public void process(final Record<String, ProductVersion> record) {
        rush.goesOn(context().currentSystemTimeMs());
        final String id = ProductId.of(record);
        final Standing before = Objects.requireNonNullElse(standings.get(id), Standing.UNKNOWN);
        if (record.value() == null) {
            remove(record, id, before);
        } else {
            publish(record, id, before);
        }
    }

    private void publish(final Record<String, ProductVersion> record, final String id, final Standing before) {
        final ProductVersion version = record.value();
        Largest.check(id, version.bytes());
        final long offset = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A publication comes from a topic"))
                .offset();
        final Publication publication = new Publication(offset, version.name());
        standings.put(id, before.published(publication));
        if (before.ban().isPresent()) {
            story.heldBack(id, publication, before.ban().get());
            return;
        }
        context().forward(record.withValue(version.bytes()));
        story.passed(id, publication);
    }

    private void remove(final Record<String, ProductVersion> record, final String id, final Standing before) {
        if (before.publication().isEmpty()) {
            return;
        }
        Standings.put(standings, id, before.removed());
        if (before.isAllowed()) {
            context().forward(record.withValue(null));
        }
        story.removed(id, before.publication().get());
    }
}
