/** Writing and reading Avro. */
package marketplace.bench.serializer;
