/** What is sent and looked for. */
package marketplace.bench.products;
