package marketplace.tool.console;

/**
 * Colours on a terminal, plain text elsewhere.
 *
 * @param colours whether there are any
 */
public record Paint(boolean colours) {
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String GREY = "90";
    private static final String BOLD = "1";

    /** As the launcher found the terminal to be; {@code NO_COLOR} is honoured. */
    public static Paint ofThisProcess() {
        return new Paint(Boolean.getBoolean("marketplace.terminal") && System.getenv("NO_COLOR") == null);
    }

    /** What is as it is to be. */
    public String good(final String text) {
        return paint(text, GREEN);
    }

    /** What is not. */
    public String bad(final String text) {
        return paint(text, RED);
    }

    /** What is said beside. */
    public String faint(final String text) {
        return paint(text, GREY);
    }

    /** What is to be seen first. */
    public String strong(final String text) {
        return paint(text, BOLD);
    }

    private String paint(final String text, final String code) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
