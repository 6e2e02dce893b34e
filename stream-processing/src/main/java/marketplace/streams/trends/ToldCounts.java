package marketplace.streams.trends;

import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Passes counts on as they are, and lets the story know of them. */
final class ToldCounts extends ContextualFixedKeyProcessor<Windowed<String>, QueryCounts, QueryCounts> {
    private final SearchStory story;

    ToldCounts(final SearchStory story) {
        this.story = story;
    }

    @Override
    public void process(final FixedKeyRecord<Windowed<String>, QueryCounts> record) {
        story.counted(record.key().window(), record.key().key(), record.value());
        context().forward(record);
    }
}
