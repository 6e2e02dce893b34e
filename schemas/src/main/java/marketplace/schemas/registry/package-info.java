/** Speaks the REST interface of a Confluent-compatible schema registry, and says by type what went wrong. */
package marketplace.schemas.registry;
