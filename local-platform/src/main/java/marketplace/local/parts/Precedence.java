package marketplace.local.parts;

/**
 * Who goes first when all the platform's parts want the processors at once. The less a part waits for, the more those
 * behind it have to do at a time, which costs them less; so everybody is sooner done than if all were equal.
 */
enum Precedence {
    /** Somebody waits for an answer. */
    PEOPLE(0),
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
