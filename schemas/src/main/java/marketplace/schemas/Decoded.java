package marketplace.schemas;

/**
 * What a consumer finds in a record: a value, or poison that cannot be read. As the type of a consumer's values it
 * leaves no way to forget the second.
 *
 * <p>A tombstone is neither: Kafka hands it over as null whatever the deserializer is.
 *
 * @param <T> the type of the values
 */
public sealed interface Decoded<T> {
    /** The bytes as they came, for a {@link DeadLetter}. Not to be changed. */
    byte[] bytes();

    /** Bytes that were read. Processing may still fail, so they are kept. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy for each record is what it would cost.
    record Value<T>(T value, byte[] bytes) implements Decoded<T> {}

    /** Bytes that cannot be read, and why. */
    @SuppressWarnings("ArrayRecordComponent")
    record Poison<T>(byte[] bytes, UnreadablePayloadException cause) implements Decoded<T> {}
}
