package marketplace.acceptance.criteria;

import java.util.Locale;

/** What came of a criterion. */
public enum Outcome {
    /** All of it was tried, and it held. */
    PASSED,
    /** What was tried held; not all was tried, and the evidence says why. */
    IN_PART,
    /** Nothing of it was tried, and the evidence says why. */
    NOT_CHECKED,
    /** Something did not hold. */
    FAILED;

    /** For people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
