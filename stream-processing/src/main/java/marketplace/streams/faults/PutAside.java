package marketplace.streams.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import marketplace.schemas.DeadLetter;
import marketplace.service.log.LimitedLog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Makes dead letters for {@code stream-processing.dlq}. Kafka Streams sends them in the transaction of the others. */
final class PutAside {
    /** Says that the value was too large for the dead-letter topic, and how large; it stays where the record stood. */
    static final String LEFT_OUT = "dead-letter.value-left-out";

    /** Leaves room for the headers in what a broker takes. */
    static final int LARGEST_VALUE = 1_000_000;

    private static final LimitedLog LOG = new LimitedLog(LoggerFactory.getLogger(PutAside.class), Level.WARN, 20);

    private final DeadLetter deadLetter = new DeadLetter("stream-processing");

    /** For a record that was consumed as bytes. */
    List<ProducerRecord<byte[], byte[]>> of(final ConsumerRecord<byte[], byte[]> record, final Throwable cause) {
        LOG.say(() -> "Put aside the record at " + record.topic() + "-" + record.partition() + " offset "
                + record.offset() + ": " + cause.getMessage());
        if (record.value() == null || record.value().length <= LARGEST_VALUE) {
            return List.of(deadLetter.of(record, cause));
        }
        final ProducerRecord<byte[], byte[]> letter = deadLetter.of(withoutValue(record), cause);
        letter.headers().add(LEFT_OUT, Integer.toString(record.value().length).getBytes(StandardCharsets.UTF_8));
        return List.of(letter);
    }

    /** For the record that is being processed. */
    List<ProducerRecord<byte[], byte[]>> of(final ErrorHandlerContext at, final Throwable cause) {
        return of(
                new ConsumerRecord<>(
                        at.topic(),
                        at.partition(),
                        at.offset(),
                        at.timestamp(),
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        at.sourceRawKey(),
                        at.sourceRawValue(),
                        at.headers(),
                        Optional.empty()),
                cause);
    }

    private static ConsumerRecord<byte[], byte[]> withoutValue(final ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                ConsumerRecord.NULL_SIZE,
                record.key(),
                null,
                record.headers(),
                record.leaderEpoch());
    }
}
