package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import marketplace.schemas.UnreadablePayloadException.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private final DeadLetter deadLetter = new DeadLetter("search-indexer");

    @Test
    void the_record_is_as_it_was_and_the_headers_say_where_it_stood_and_what_failed() {
        final byte[] key = {1};
        final byte[] value = {2};

        final ProducerRecord<byte[], byte[]> letter =
                deadLetter.of(record(key, value), new UnreadablePayloadException(Reason.CORRUPT, "It makes no sense"));

        assertThat(letter.topic()).isEqualTo("search-indexer.dlq");
        assertThat(letter.key()).isSameAs(key);
        assertThat(letter.value()).isSameAs(value);
        assertThat(headers(letter))
                .isEqualTo(new TreeMap<>(Map.of(
                        "trace", "abc",
                        "dead-letter.topic", "products",
                        "dead-letter.partition", "2",
                        "dead-letter.offset", "77",
                        "dead-letter.timestamp", "1234",
                        "dead-letter.reason", "CORRUPT",
                        "dead-letter.exception", "marketplace.schemas.UnreadablePayloadException",
                        "dead-letter.message", "It makes no sense")));
    }

    @Test
    void a_decoded_record_is_put_aside_with_the_bytes_it_came_with() {
        final byte[] bytes = {0, 1, 2};
        final var poison = new Decoded.Poison<Object>(bytes, new UnreadablePayloadException(Reason.TRUNCATED, "Short"));

        final var ofPoison = deadLetter.ofPoison(record("ключ", poison), poison);
        final var ofValue = deadLetter.ofDecoded(
                record("ключ", new Decoded.Value<Object>("v", bytes)), new IllegalStateException());
        final var ofTombstone = deadLetter.ofDecoded(
                DeadLetterTest.<String, Decoded<Object>>record(null, null), new IllegalStateException());

        assertThat(ofPoison.key()).isEqualTo("ключ".getBytes(StandardCharsets.UTF_8));
        assertThat(ofPoison.value()).isSameAs(bytes);
        assertThat(headers(ofPoison)).containsEntry("dead-letter.reason", "TRUNCATED");
        assertThat(ofValue.value()).isSameAs(bytes);
        assertThat(headers(ofValue))
                .containsEntry("dead-letter.reason", "PROCESSING")
                .containsEntry("dead-letter.message", "null");
        assertThat(ofTombstone.key()).isNull();
        assertThat(ofTombstone.value()).isNull();
    }

    @Test
    void headers_are_bounded_and_those_of_an_earlier_dead_letter_are_replaced() {
        final var first = deadLetter.of(record(null, null), new IllegalStateException("x".repeat(1_000_000)));
        final var again = new ConsumerRecord<byte[], byte[]>(
                first.topic(), 0, 5, 6, TimestampType.CREATE_TIME, 0, 0, null, null, first.headers(), Optional.empty());

        final var second = deadLetter.of(again, new IllegalStateException("y"));

        assertThat(headers(first).get("dead-letter.message")).hasSize(1000);
        assertThat(second.headers().toArray()).hasSameSizeAs(first.headers().toArray());
        assertThat(headers(second))
                .containsEntry("dead-letter.topic", "search-indexer.dlq")
                .containsEntry("dead-letter.message", "y");
    }

    private static <K, V> ConsumerRecord<K, V> record(final K key, final V value) {
        final RecordHeaders headers = new RecordHeaders();
        headers.add("trace", "abc".getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                "products", 2, 77, 1234, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static Map<String, String> headers(final ProducerRecord<?, ?> letter) {
        final Map<String, String> headers = new TreeMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
