package marketplace.engines;

/** A program that does not get far. */
public final class Failing {
    private Failing() {}

    @SuppressWarnings("DoNotCallSuggester") // It is there to throw.
    public static void main(String[] arguments) {
        throw new IllegalStateException("no " + arguments[0]);
    }
}
