/** {@code ./marketplace simulate}: the traffic of a marketplace that lives, the same for the same seed. */
package marketplace.acceptance.simulate;
