package marketplace.local.console;

import java.util.Arrays;
import marketplace.local.platform.PartState;

/** How things look: with colour and live lines on a terminal, plain elsewhere. */
public record Style(boolean live) {
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String RED = "31";
    private static final String GREY = "90";

    /** As the shell script found the terminal to be; {@code NO_COLOR} is honoured. */
    public static Style ofThisProcess() {
        return new Style(Boolean.getBoolean("marketplace.terminal") && System.getenv("NO_COLOR") == null);
    }

    String mark(PartState state) {
        return of(
                state,
                switch (state) {
                    case READY -> "●";
                    case FAILED -> "✗";
                    case STARTING, STOPPING -> "◐";
                    default -> "○";
                });
    }

    String of(PartState state, String text) {
        return paint(
                text,
                switch (state) {
                    case READY -> GREEN;
                    case FAILED -> RED;
                    case STARTING, STOPPING -> YELLOW;
                    default -> GREY;
                });
    }

    /** The same for a state by its label; a label that is none is left plain. */
    public String ofLabel(String label, String text) {
        return Arrays.stream(PartState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .map(state -> of(state, text))
                .orElse(text);
    }

    public String good(String text) {
        return paint(text, GREEN);
    }

    public String bad(String text) {
        return paint(text, RED);
    }

    private String paint(String text, String colour) {
        return live ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
