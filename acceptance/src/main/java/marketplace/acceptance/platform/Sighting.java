package marketplace.acceptance.platform;

import java.util.Arrays;
import marketplace.catalogue.Cluster;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record, where it was seen. */
public record Sighting(Cluster cluster, ConsumerRecord<String, byte[]> record) {
    public String topic() {
        return record.topic();
    }

    public String key() {
        return record.key();
    }

    public boolean isTombstone() {
        return record.value() == null;
    }

    /** Whether another record has the same key and, to the byte, the same value. */
    public boolean isSameAs(final Sighting other) {
        return record.key().equals(other.record.key()) && Arrays.equals(record.value(), other.record.value());
    }

    /** Where it stands, for people. */
    public String place() {
        return record.topic() + " of the " + cluster.label() + " cluster, partition " + record.partition() + ", offset "
                + record.offset();
    }
}
