/** Mirroring between the clusters. */
package marketplace.bench.mirror;
