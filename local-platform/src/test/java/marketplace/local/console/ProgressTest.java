package marketplace.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final String UP_TWO_LINES = "\u001b[2A";
    private static final String RED = "\u001b[31m";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void without_a_terminal_each_change_that_matters_is_a_line_of_plain_text() {
        try (var progress = new Progress(out, new Style(false))) {
            progress.expect(List.of(part("kafka-0", PartState.WAITING, ""), part("mirror", PartState.WAITING, "")));
            progress.changed(part("kafka-0", PartState.STARTING, ""));
            progress.changed(part("kafka-0", PartState.READY, ""));
            progress.changed(part("mirror", PartState.FAILED, "left with exit code 1"));
        }

        assertThat(text()).doesNotContain("\u001b", "starting");
        var lines = text().lines().toList();
        assertThat(lines.get(0)).startsWith("Starting 2 parts");
        assertThat(lines.get(1)).contains("● kafka-0", "ready", "6.2 s", "at kafka-0");
        assertThat(lines.get(2)).contains("✗ mirror", "failed", "left with exit code 1");
        assertThat(lines).hasSize(3);
    }

    @Test
    void a_note_takes_the_place_of_the_address() {
        try (var progress = new Progress(out, new Style(false))) {
            progress.changed(part("contract", PartState.READY, "42 topics"));
        }

        assertThat(text()).contains("42 topics").doesNotContain("at contract");
    }

    @Test
    void on_a_terminal_each_part_has_one_line_that_is_drawn_again() {
        try (var progress = new Progress(out, new Style(true))) {
            progress.expect(List.of(part("kafka-0", PartState.WAITING, ""), part("mirror", PartState.WAITING, "")));
            progress.changed(part("kafka-0", PartState.STARTING, ""));
            progress.changed(part("mirror", PartState.FAILED, "left with exit code 1"));
        }

        assertThat(text()).contains("◐", "starting", UP_TWO_LINES, RED, "left with exit code 1");
        assertThat(text()).doesNotContain("Starting 2 parts");
    }

    @Test
    void while_it_pauses_nothing_moves_but_what_matters_is_still_said() {
        var progress = paused();

        progress.changed(part("mirror", PartState.FAILED, "left with exit code 137"));
        progress.changed(part("mirror", PartState.STARTING, ""));

        assertThat(text()).hasLineCount(1).contains("left with exit code 137").doesNotContain(UP_TWO_LINES);
    }

    @Test
    void after_a_pause_live_lines_go_below_what_was_printed_meanwhile() {
        var progress = paused();

        progress.resume();
        progress.changed(part("mirror", PartState.STOPPING, ""));
        progress.close();

        assertThat(text()).contains("stopping");
        assertThat(text().lines().findFirst().orElseThrow()).doesNotContain(UP_TWO_LINES);
    }

    /** Live lines of two parts that stand still, on a screen that is clean again. */
    private Progress paused() {
        var progress = new Progress(out, new Style(true));
        progress.expect(List.of(part("kafka-0", PartState.READY, ""), part("mirror", PartState.READY, "")));
        progress.changed(part("mirror", PartState.READY, ""));
        progress.close();
        bytes.reset();
        return progress;
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static PartStatus part(String name, PartState state, String note) {
        return new PartStatus(
                name,
                state,
                Instant.EPOCH,
                state == PartState.READY ? Duration.ofMillis(6_200) : Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "at " + name,
                note);
    }
}
