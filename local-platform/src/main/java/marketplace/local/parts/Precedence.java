package marketplace.local.parts;

/**
 * Who goes first when all parts want the processors at once. Who stands behind finds more to do when it is its turn, and to
 * do much at a time costs less for each: so in the end all are sooner done than if they were equal.
 */
enum Precedence {
    /**
     * Somebody waits for an answer. Or every event passes through its one thread, which needs little, and would otherwise
     * stand in line behind the many threads of others.
     */
    FIRST(0),
    /** Events are on their way, and somebody will look for them soon. */
    EVENTS(5),
    /** It may be done a little later. */
    LATER(10);

    private final int niceness;

    Precedence(int niceness) {
        this.niceness = niceness;
    }

    /** How far it steps back for others. */
    int niceness() {
        return niceness;
    }
}
