package marketplace.streams.bans;

/**
 * Holds what is passed on to a size that every broker of the platform takes. A record that only the broker refused
 * would take the whole transaction down with it, again and again, so it is found before it is sent.
 */
final class Largest {
    /** Kafka's own limit is 1 MiB for a batch; the rest is for key, headers and framing. */
    static final int BYTES = 1_000_000;

    private Largest() {}

    static void check(final String id, final byte[] version) {
        if (version.length > BYTES) {
            throw new IllegalArgumentException("Product " + Words.of(id) + " takes " + version.length
                    + " bytes, and no more than " + BYTES + " can be passed on");
        }
    }
}
