/** Recommendations on their topic, once for each run. */
package marketplace.recommendations.publish;
