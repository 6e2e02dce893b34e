/** What a run of the recommendations costs. */
package marketplace.bench.recommendations;
