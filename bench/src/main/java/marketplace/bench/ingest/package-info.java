/** Publishing products. */
package marketplace.bench.ingest;
