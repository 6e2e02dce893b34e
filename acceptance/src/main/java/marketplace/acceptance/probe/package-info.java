/** Events at a steady rate, counted and timed on both clusters. */
package marketplace.acceptance.probe;
