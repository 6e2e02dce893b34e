package marketplace.streams.bans;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** A shop published or removed a product. */
final class PublicationProcessor extends ContextualProcessor<String, ProductVersion, String, byte[]> {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final BanStory story;
    private final Rush rush;
    private KeyValueStore<String, Standing> standings;
    /** For the end of a rush, while there is one: each look makes Kafka Streams commit, be there anything new or not. */
    private Optional<Cancellable> looks = Optional.empty();

    PublicationProcessor(final BanStory story, final Rush rush) {
        this.story = story;
        this.rush = rush;
    }

    @Override
    public void init(final org.apache.kafka.streams.processor.api.ProcessorContext<String, byte[]> context) {
        super.init(context);
        standings = Standings.of(context);
    }

    @Override
    public void process(final Record<String, ProductVersion> record) {
        rush.goesOn(context().currentSystemTimeMs());
        if (rush.isOn() && looks.isEmpty()) {
            looks = Optional.of(context().schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look));
        }
        final String id = ProductId.of(record);
        final Standing before = Objects.requireNonNullElse(standings.get(id), Standing.UNKNOWN);
        if (record.value() == null) {
            remove(record, id, before);
        } else {
            publish(record, id, before);
        }
    }

    private void look(final long now) {
        if (rush.isJustOver(now)) {
            context().commit();
        }
        if (!rush.isOn()) {
            looks.ifPresent(Cancellable::cancel);
            looks = Optional.empty();
        }
    }

    private void publish(final Record<String, ProductVersion> record, final String id, final Standing before) {
        final ProductVersion version = record.value();
        Largest.check(id, version.bytes());
        Owner.check(id, version.store(), before);
        final long offset = context()
                .recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A publication comes from a topic"))
                .offset();
        final Publication publication = new Publication(offset, version.name(), version.store());
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
