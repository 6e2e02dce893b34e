package marketplace.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Builds what a consumer puts on its dead-letter topic: the record as it was, with headers that say where it stood and
 * what failed. Headers that it had stay; those of an earlier dead letter are replaced.
 */
public final class DeadLetter {
    /** The topic that the record stood on. */
    public static final String TOPIC = "dead-letter.topic";
    /** Its partition, in decimal. */
    public static final String PARTITION = "dead-letter.partition";
    /** Its offset, in decimal. */
    public static final String OFFSET = "dead-letter.offset";
    /** Its timestamp in milliseconds, in decimal. */
    public static final String TIMESTAMP = "dead-letter.timestamp";
    /** What failed, in a word: an {@link UnreadablePayloadException.Reason}, or {@code PROCESSING}. */
    public static final String REASON = "dead-letter.reason";
    /** The class of the exception. */
    public static final String EXCEPTION = "dead-letter.exception";
    /** What the exception said, cut off after {@value #LONGEST_MESSAGE} characters. */
    public static final String MESSAGE = "dead-letter.message";

    private static final String PREFIX = "dead-letter.";
    private static final String PROCESSING = "PROCESSING";
    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_NAME = 250;

    private final String destination;

    /** For the dead-letter topic of a consumer, such as {@code search-indexer}. */
    public DeadLetter(final String consumer) {
        this.destination = Topics.deadLetters(consumer).name();
    }

    /** A dead letter for a record that was consumed as bytes. */
    public ProducerRecord<byte[], byte[]> of(final ConsumerRecord<byte[], byte[]> record, final Throwable cause) {
        return of(record, record.key(), record.value(), cause);
    }

    /** A dead letter for a record with a text key and a decoded value, or a tombstone. */
    public ProducerRecord<byte[], byte[]> ofDecoded(
            final ConsumerRecord<String, ? extends Decoded<?>> record, final Throwable cause) {
        final byte[] value = record.value() == null ? null : record.value().bytes();
        try (StringSerializer text = new StringSerializer()) {
            return of(record, text.serialize(record.topic(), record.key()), value, cause);
        }
    }

    /** A dead letter for poison, which knows its own cause. */
    public ProducerRecord<byte[], byte[]> ofPoison(
            final ConsumerRecord<String, ? extends Decoded<?>> record, final Decoded.Poison<?> poison) {
        return ofDecoded(record, poison.cause());
    }

    private ProducerRecord<byte[], byte[]> of(
            final ConsumerRecord<?, ?> at, final byte[] key, final byte[] value, final Throwable cause) {
        final Headers headers = new RecordHeaders();
        for (final Header header : at.headers()) {
            if (!header.key().startsWith(PREFIX)) {
                headers.add(header);
            }
        }
        add(headers, TOPIC, at.topic(), LONGEST_NAME);
        add(headers, PARTITION, Integer.toString(at.partition()), LONGEST_NAME);
        add(headers, OFFSET, Long.toString(at.offset()), LONGEST_NAME);
        add(headers, TIMESTAMP, Long.toString(at.timestamp()), LONGEST_NAME);
        add(headers, REASON, reason(cause), LONGEST_NAME);
        add(headers, EXCEPTION, cause.getClass().getName(), LONGEST_NAME);
        add(headers, MESSAGE, String.valueOf(cause.getMessage()), LONGEST_MESSAGE);
        return new ProducerRecord<>(destination, null, null, key, value, headers);
    }

    private static String reason(final Throwable cause) {
        return cause instanceof final UnreadablePayloadException unreadable
                ? unreadable.reason().name()
                : PROCESSING;
    }

    private static void add(final Headers headers, final String name, final String value, final int longest) {
        // No more is encoded than is kept: a message may carry a whole record.
        final String cut = value.length() <= longest ? value : value.substring(0, longest);
        headers.add(name, cut.getBytes(StandardCharsets.UTF_8));
    }
}
