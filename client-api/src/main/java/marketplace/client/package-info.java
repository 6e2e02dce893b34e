/**
 * client-api: {@code search} finds products and records searches, {@code behaviour} takes what clients did, {@code
 * recommendations} answers what to show them next.
 */
package marketplace.client;
