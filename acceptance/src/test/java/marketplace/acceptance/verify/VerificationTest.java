package marketplace.acceptance.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import marketplace.acceptance.criteria.Criterion;
import marketplace.acceptance.criteria.Finding;
import marketplace.acceptance.criteria.Ground;
import marketplace.acceptance.criteria.Outcome;
import marketplace.tool.console.Paint;
import marketplace.tool.console.Progress;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Finding HELD =
            new Finding(List.of(new Finding.Line(Finding.Kind.HELD, "12 of 12")), Map.of("count", 12));

    /** What a criterion does when it is tried. */
    private interface Examination {
        Finding examine() throws IOException, InterruptedException;
    }

    private record Made(int number, boolean isSlow, Examination examination) implements Criterion {
        @Override
        public String title() {
            return "criterion " + number;
        }

        @Override
        public Finding examine(final Ground ground) throws IOException, InterruptedException {
            return examination.examine();
        }
    }

    private static List<Verdict> verify(final Criterion... criteria) throws InterruptedException {
        final PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Verification(List.of(criteria), null, new Progress(nowhere, false)).run();
    }

    @Test
    void a_criterion_that_cannot_be_tried_fails_and_the_others_are_tried() throws Exception {
        final List<Verdict> verdicts = verify(
                new Made(1, false, () -> {
                    throw new IOException("shop-api does not answer");
                }),
                new Made(2, false, () -> HELD));

        assertThat(verdicts)
                .extracting(verdict -> verdict.finding().outcome())
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(verdicts.get(0).finding().evidence().get(0).text()).contains("shop-api does not answer");
    }

    @Test
    void what_is_slow_goes_on_beside_the_others_and_comes_in_its_place() throws Exception {
        final CountDownLatch othersAreDone = new CountDownLatch(1);

        final List<Verdict> verdicts = verify(
                new Made(1, true, () -> {
                    assertThat(othersAreDone.await(10, TimeUnit.SECONDS)).isTrue();
                    return HELD;
                }),
                new Made(2, false, () -> {
                    othersAreDone.countDown();
                    return HELD;
                }));

        assertThat(verdicts).extracting(Verdict::number).containsExactly(1, 2);
    }

    @Test
    void people_see_each_criterion_with_its_evidence_and_a_sum() {
        final String table = new Table(new Paint(false))
                .of(List.of(
                        new Verdict(1, "data flows", HELD, 2.34),
                        new Verdict(
                                9,
                                "somebody watches",
                                new Finding(
                                        List.of(new Finding.Line(Finding.Kind.LEFT_OUT, "no prometheus")), Map.of()),
                                0)));

        assertThat(table.lines().map(String::strip))
                .anyMatch(line -> line.matches("1  data flows +passed +2\\.3 s"))
                .contains("✓ 12 of 12", "– no prometheus", "1 passed, 1 not checked");
    }

    @Test
    void programs_see_the_same() throws Exception {
        final JsonNode json = new ObjectMapper().readTree(Json.of(List.of(new Verdict(4, "mirror", HELD, 1.26))));

        assertThat(json.path("failed").asInt()).isZero();
        assertThat(json.at("/criteria/0/number").asInt()).isEqualTo(4);
        assertThat(json.at("/criteria/0/outcome").asText()).isEqualTo("passed");
        assertThat(json.at("/criteria/0/seconds").asDouble()).isEqualTo(1.3);
        assertThat(json.at("/criteria/0/evidence/0/text").asText()).isEqualTo("12 of 12");
        assertThat(json.at("/criteria/0/figures/count").asInt()).isEqualTo(12);
    }
}
