/**
 * The contract between the services: which topics there are, what is on them, and how it is written and read.
 *
 * <p>Services start at {@link marketplace.schemas.Topics}.
 */
package marketplace.schemas;
