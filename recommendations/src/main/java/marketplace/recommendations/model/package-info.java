/** Learns which products go together, and makes each client's list. */
package marketplace.recommendations.model;
