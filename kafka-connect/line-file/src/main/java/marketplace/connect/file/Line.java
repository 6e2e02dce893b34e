package marketplace.connect.file;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record's text, without its line break.
 *
 * @param partition the record's
 * @param offset the record's
 */
record Line(TopicPartition partition, long offset, String text) {
    /**
     * The line of a record that has a value.
     *
     * @throws DataException if it is not text, or more than one line
     */
    static Line of(final SinkRecord record) {
        final TopicPartition partition = new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
        final String where = "offset " + record.originalKafkaOffset() + " of " + partition;
        if (!(record.value() instanceof final String text)) {
            throw new DataException("The value at " + where + " is not text: "
                    + record.value().getClass().getName());
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new DataException("The value at " + where + " is more than one line");
        }
        return new Line(partition, record.originalKafkaOffset(), text);
    }
}
