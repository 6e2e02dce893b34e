/** What it costs to be watched. */
package marketplace.bench.watch;
