package marketplace.tool.console;

import java.io.PrintStream;

/** Tells whoever waits what is being done. On a terminal there is one line that changes. */
public final class Progress {
    private static final String BACK_TO_EMPTY_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean live;

    public Progress(final PrintStream out, final boolean live) {
        this.out = out;
        this.live = live;
    }

    /** On a terminal, as the launcher found it, with a line that changes; {@code NO_COLOR} is honoured. */
    public static Progress ofThisProcess(final PrintStream out) {
        return new Progress(out, Boolean.getBoolean("marketplace.terminal") && System.getenv("NO_COLOR") == null);
    }

    /** What begins now. */
    public void doing(final String what) {
        if (live) {
            out.print(BACK_TO_EMPTY_LINE + what + " …");
            out.flush();
        } else {
            out.println(what + " …");
        }
    }

    /** What is done, and stays to be read. */
    public void done(final String what) {
        out.println((live ? BACK_TO_EMPTY_LINE : "") + what);
    }

    /** Leaves an empty line behind. */
    public void end() {
        if (live) {
            out.print(BACK_TO_EMPTY_LINE);
            out.flush();
        }
    }
}
