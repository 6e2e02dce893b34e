package marketplace.streams.bans;

import java.util.Optional;

/** The versions of products that shops published, by where they stand. */
public interface Publications {
    /**
     * The bytes of a version, or nothing if they are not there any more.
     *
     * @param productId whose version it must be
     * @param partition the partition of the topic
     * @param offset where on the partition
     * @throws org.apache.kafka.common.KafkaException if the answer is not known, such as when no broker answers in time
     */
    Optional<byte[]> at(String productId, int partition, long offset);
}
