package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class InnerPartsTest extends PlatformFixture {
    private static final InnerPart RUNNING = new InnerPart("sink", PartState.READY, "http://connect/sink", "1 task");
    private static final InnerPart BROKEN = new InnerPart("sink", PartState.FAILED, "http://connect/sink", "no file");

    private final AtomicInteger looks = new AtomicInteger();
    private List<InnerPart> inside = List.of(RUNNING);

    private Step connectors() {
        return new Step("connectors", Set.of("connect"), () -> "1 connector", () -> {
            looks.incrementAndGet();
            return inside;
        });
    }

    @Test
    void what_a_step_brought_in_follows_it_in_the_status() {
        platform = of(step("connect"), connectors(), step("last"));

        start();

        assertThat(platform.status())
                .extracting(PartStatus::name)
                .containsExactly("connect", "connectors", "sink", "last");
        assertThat(status("sink"))
                .returns(PartState.READY, PartStatus::state)
                .returns("http://connect/sink", PartStatus::address)
                .returns("1 task", PartStatus::note);
        assertThat(status("sink").pid()).isEmpty();
    }

    @Test
    void nobody_looks_for_it_before_the_step_is_done() {
        platform = of(step("connect"), connectors());

        assertThat(platform.status()).extracting(PartStatus::name).containsExactly("connect", "connectors");
        assertThat(looks).hasValue(0);
    }

    @Test
    void it_fails_by_itself_and_the_status_says_since_when() {
        platform = of(step("connect"), connectors());
        start();
        assertThat(status("sink").since()).isEqualTo(NOON);

        clock.advance(Duration.ofMinutes(1));
        inside = List.of(BROKEN);
        assertThat(status("sink")).returns(PartState.FAILED, PartStatus::state).returns("no file", PartStatus::note);
        clock.advance(Duration.ofMinutes(1));

        assertThat(status("sink").since()).isEqualTo(NOON.plusSeconds(60));
        assertThat(state("connectors")).isEqualTo(PartState.READY);
    }

    @Test
    void it_cannot_be_killed_or_stopped_and_the_answer_says_what_to_do() {
        platform = of(step("connect"), connectors());
        start();

        assertThatIllegalStateException()
                .isThrownBy(() -> platform.kill("sink"))
                .withMessage("sink is no process of its own; start connectors to set it up again.");
        assertThatIllegalStateException().isThrownBy(() -> platform.stop("sink"));
        assertThatIllegalStateException().isThrownBy(() -> platform.start("sink"));
    }
}
