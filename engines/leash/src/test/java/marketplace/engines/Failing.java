package marketplace.engines;

/** A program that does not get far. */
public final class Failing {
    private Failing() {}

    public static void main(String[] arguments) {
        throw new IllegalStateException("no " + arguments[0]);
    }
}
