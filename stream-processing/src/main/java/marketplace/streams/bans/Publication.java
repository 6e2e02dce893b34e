package marketplace.streams.bans;

/**
 * The newest version of a product, as far as it has to be remembered: the topic keeps the version itself.
 *
 * @param offset where it stands on its partition of {@code products}
 * @param name what people call it
 * @param store whose it is; empty if it was remembered before anybody asked
 */
record Publication(long offset, String name, String store) {}
