package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import marketplace.acceptance.platform.Call;
import marketplace.acceptance.platform.Waiting;
import marketplace.acceptance.platform.Watch;
import marketplace.tool.console.Paint;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;

/** Where the story is told: what is asked, what was seen, what is waited for. */
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LONGEST = 150;

    private final PrintStream out;
    private final Progress progress;
    private final Paint paint;
    private final Http http;
    private boolean isWhole = true;

    Stage(final PrintStream out, final Progress progress, final Paint paint, final Http http) {
        this.out = out;
        this.progress = progress;
        this.paint = paint;
        this.http = http;
    }

    /** A step begins. */
    void begin(final int number, final String title) {
        isWhole = true;
        line("");
        line(paint.strong(number + "  " + title));
    }

    /** Whether everything was seen in this step that was to be seen. */
    boolean isWhole() {
        return isWhole;
    }

    /** What happens, in a sentence. */
    void say(final String text) {
        line("   " + text);
    }

    /** Something that was to be seen, and was or was not. Answers whether it was. */
    boolean evidence(final boolean seen, final String format, final Object... values) {
        isWhole &= seen;
        line("   " + (seen ? paint.good("✓") : paint.bad("✗")) + " " + text(format, values));
        return seen;
    }

    /** Something that cannot be shown, and why. */
    void note(final String format, final Object... values) {
        line("   " + paint.faint("– " + text(format, values)));
    }

    /** A line that was found somewhere, as it stands there. */
    void quote(final String text) {
        line("     " + paint.faint(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
    }

    /** A command, as one types it. */
    void command(final String text) {
        line("   " + paint.faint("$ ") + text);
    }

    /** Shows a request and sends it. */
    JsonNode send(final Call call) throws IOException, InterruptedException {
        command(call.curl());
        return ask(call);
    }

    /** Sends a request that is no part of the story. */
    JsonNode ask(final Call call) throws IOException, InterruptedException {
        return http.ask(call.request());
    }

    /** Those who watch over the platform. */
    Watch watch(final Platform platform) throws IOException {
        return new Watch(platform, http);
    }

    /** Waits for something to be seen. */
    <T> Optional<T> await(final String what, final Waiting.Look<T> look) throws IOException, InterruptedException {
        return await(what, PATIENCE, look);
    }

    /** Waits for something to be seen, for as long as that. */
    <T> Optional<T> await(final String what, final Duration patience, final Waiting.Look<T> look)
            throws IOException, InterruptedException {
        final Optional<T> atOnce = look.look();
        if (atOnce.isPresent()) {
            return atOnce;
        }
        progress.doing("   waiting for " + what);
        return Waiting.forSight(patience, look);
    }

    /** Waits until something is so, and says whether it was. */
    boolean awaitEvidence(final Waiting.Condition condition, final String format, final Object... values)
            throws IOException, InterruptedException {
        final boolean seen = await(text(format, values), () -> condition.holds() ? Optional.of(true) : Optional.empty())
                .isPresent();
        return evidence(seen, format, values);
    }

    private void line(final String text) {
        progress.end();
        out.println(text);
    }

    private static String text(final String format, final Object... values) {
        return values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    }
}
