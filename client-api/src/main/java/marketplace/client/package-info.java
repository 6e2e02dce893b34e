/**
 * client-api: {@code search} finds products and records searches, {@code behaviour} takes what clients did. What is
 * recommended to them will be served from here, too, once there are recommendations.
 */
package marketplace.client;
