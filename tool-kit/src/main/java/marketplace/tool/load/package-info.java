/** Load on the APIs that does not wait for its answers, and the times that it saw. */
package marketplace.tool.load;
