package marketplace.acceptance.simulate;

/** One thing that somebody does on the simulated marketplace. */
sealed interface Deed {
    /**
     * A client searches.
     *
     * @param session what the search belongs to, and what follows from it
     */
    record Search(long session, String client, String words) implements Deed {}

    /** A client does something with a product: {@code view}, {@code cart} or {@code purchase}. */
    record Act(long session, String kind, String client, String product) implements Deed {}

    /** A shop publishes a product anew. */
    record Publish(SimulatedProduct product) implements Deed {}

    /** A moderator bans a product. */
    record Ban(String product, String reason) implements Deed {}

    /** A moderator lifts a ban. */
    record Lift(String product) implements Deed {}
}
