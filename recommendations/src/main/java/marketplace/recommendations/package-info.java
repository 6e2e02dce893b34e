/**
 * recommendations: a Spark job that reads what clients did, and publishes what to show each of them next. {@code signals}
 * reads, {@code model} learns and ranks, {@code quality} measures, {@code publish} writes.
 */
package marketplace.recommendations;
