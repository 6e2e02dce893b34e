/** Load that does not wait for its answers. */
package marketplace.bench.load;
