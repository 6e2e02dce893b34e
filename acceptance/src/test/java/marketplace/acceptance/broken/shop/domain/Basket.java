package marketplace.acceptance.broken.shop.domain;

import marketplace.acceptance.broken.shop.Counter;
import org.apache.kafka.common.TopicPartition;

/** A domain that knows Kafka, and closes a cycle. */
public record Basket(Counter counter, TopicPartition partition) {}
