package marketplace.bench.serializer;

/** How much of everything there is in a record. */
public enum Size {
    SMALL(1),
    MEDIUM(22),
    LARGE(221);

    private final int times;

    Size(final int times) {
        this.times = times;
    }

    int times() {
        return times;
    }
}
