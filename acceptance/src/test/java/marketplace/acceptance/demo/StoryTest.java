package marketplace.acceptance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import marketplace.tool.console.Paint;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import org.junit.jupiter.api.Test;

class StoryTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    private final Scene scene = new Scene(
            null, null, null, null, new Stage(out, new Progress(out, false), new Paint(false), new Http()), "anna");

    /** What happens in a step. */
    private interface Action {
        void perform(Stage stage) throws IOException;
    }

    private record Made(String title, Action action) implements Step {
        @Override
        public void perform(final Scene scene) throws IOException {
            action.perform(scene.stage());
        }
    }

    @Test
    void a_step_that_fails_does_not_end_the_story() throws Exception {
        final List<Story.Told> told = new Story(List.of(
                        new Made("one", stage -> {
                            throw new IOException("nobody answers");
                        }),
                        new Made("two", stage -> stage.evidence(true, "%d records", 5)),
                        new Made("three", stage -> stage.evidence(false, "no mail"))))
                .tell(scene);

        assertThat(told).extracting(Story.Told::isWhole).containsExactly(false, true, false);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .contains("1  one", "   ✗ nobody answers", "2  two", "   ✓ 5 records", "   ✗ no mail");
    }

    @Test
    void what_cannot_be_shown_is_said_and_fails_nothing() throws Exception {
        final List<Story.Told> told =
                new Story(List.of(new Made("one", stage -> stage.note("there is no %s", "mailbox")))).tell(scene);

        assertThat(told).extracting(Story.Told::isWhole).containsExactly(true);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("– there is no mailbox");
    }
}
