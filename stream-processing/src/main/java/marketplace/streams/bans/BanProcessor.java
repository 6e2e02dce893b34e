package marketplace.streams.bans;

import java.util.Objects;
import java.util.Optional;
import marketplace.events.ProductBan;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** A moderator banned a product, or lifted its ban. */
final class BanProcessor extends ContextualProcessor<String, ProductBan, String, byte[]> {
    private final Publications publications;
    private final BanStory story;
    private KeyValueStore<String, Standing> standings;

    BanProcessor(final Publications publications, final BanStory story) {
        this.publications = publications;
        this.story = story;
    }

    @Override
    public void init(final ProcessorContext<String, byte[]> context) {
        super.init(context);
        standings = Standings.of(context);
    }

    @Override
    public void process(final Record<String, ProductBan> record) {
        final String id = ProductId.of(record);
        final Standing before = Objects.requireNonNullElse(standings.get(id), Standing.UNKNOWN);
        if (record.value() == null) {
            lift(record, id, before);
        } else {
            ban(record, id, before);
        }
    }

    private void ban(final Record<String, ProductBan> record, final String id, final Standing before) {
        final Ban ban = new Ban(Optional.ofNullable(record.value().getReason()).map(Words::of));
        standings.put(id, before.banned(ban));
        if (before.publication().isEmpty()) {
            story.bannedUnseen(id, ban);
        } else if (before.isAllowed()) {
            context().forward(record.<byte[]>withValue(null));
            story.withdrawn(id, before.publication().get(), ban);
        }
    }

    private void lift(final Record<String, ProductBan> record, final String id, final Standing before) {
        if (before.ban().isEmpty()) {
            return;
        }
        if (before.publication().isEmpty()) {
            standings.delete(id);
            return;
        }
        final Publication publication = before.publication().get();
        final Optional<byte[]> version = publications.at(id, context().taskId().partition(), publication.offset());
        if (version.isPresent()) {
            standings.put(id, before.lifted());
            context().forward(record.withValue(version.get()));
            story.returned(id, publication);
        } else {
            standings.delete(id);
            story.cannotReturn(id, publication);
        }
    }
}
