package marketplace.streams.bans;

/**
 * A version of a product that was read and is whole. It is passed on as the bytes it came with: no field is lost that
 * a newer shop wrote and this service does not know, and nothing is encoded again.
 *
 * @param name what people call it
 * @param store the shop that sells it
 * @param bytes as they stood on {@code products}; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy for each record is what it would cost.
record ProductVersion(String name, String store, byte[] bytes) {}
