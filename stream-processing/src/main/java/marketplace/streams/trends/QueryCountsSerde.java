package marketplace.streams.trends;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** How counts are kept in the store: two numbers of eight bytes. */
final class QueryCountsSerde implements Serde<QueryCounts> {
    private static final int SIZE = 2 * Long.BYTES;

    @Override
    public Serializer<QueryCounts> serializer() {
        return (topic, counts) -> counts == null
                ? null
                : ByteBuffer.allocate(SIZE)
                        .putLong(counts.searches())
                        .putLong(counts.zeroHits())
                        .array();
    }

    @Override
    public Deserializer<QueryCounts> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static QueryCounts read(final byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new SerializationException("Stored counts take " + SIZE + " bytes, not " + bytes.length);
        }
        final ByteBuffer in = ByteBuffer.wrap(bytes);
        return new QueryCounts(in.getLong(), in.getLong());
    }
}
