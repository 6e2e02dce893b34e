package marketplace.streams.bans;

import org.apache.kafka.streams.processor.api.Record;

/** The key of the two topics. */
final class ProductId {
    private ProductId() {}

    static String of(final Record<String, ?> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("The record has no key, so it is about no product");
        }
        return record.key();
    }
}
