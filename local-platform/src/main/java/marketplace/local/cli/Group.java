package marketplace.local.cli;

import java.util.Locale;

/** Parts that are started together. */
enum Group {
    /** All that data flows through. */
    MARKETPLACE,
    /** What watches over it. */
    MONITORING;

    /** Its name on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
