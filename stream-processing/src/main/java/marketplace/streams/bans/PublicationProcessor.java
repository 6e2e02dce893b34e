package marketplace.streams.bans;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** A shop published or removed a product. */
final class PublicationProcessor extends ContextualProcessor<String, ProductVersion, String, byte[]> {
    private final BanStory story;
    private KeyValueStore<String, Standing> standings;

    PublicationProcessor(final BanStory story) {
        this.story = story;
    }

    @Override
    public void init(final org.apache.kafka.streams.processor.api.ProcessorContext<String, byte[]> context) {
        super.init(context);
        standings = Standings.of(context);
    }

    @Override
    public void process(final Record<String, ProductVersion> record) {
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
