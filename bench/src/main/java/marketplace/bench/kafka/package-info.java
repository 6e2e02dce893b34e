/** Kafka as a benchmark uses it: beside the product, and in its place. */
package marketplace.bench.kafka;
