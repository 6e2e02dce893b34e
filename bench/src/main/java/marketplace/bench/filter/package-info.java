/** Filtering banned products out. */
package marketplace.bench.filter;
