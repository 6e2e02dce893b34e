/** Our own plugins for Kafka Connect. */
package marketplace.connect;
