package marketplace.indexer.sources;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds out what records mean for the index. */
@FunctionalInterface
public interface Translator {
    /**
     * What a record means.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if that cannot be said now, because the registry does
     *     not answer; later it can
     */
    Translation translate(ConsumerRecord<byte[], byte[]> record);
}
