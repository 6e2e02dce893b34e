/** Kafka: the consumer that reads the topics, and where records go that cannot be indexed. */
package marketplace.indexer.feed;
