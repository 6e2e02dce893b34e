package marketplace.acceptance.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    private final Evidence evidence = new Evidence();

    @Test
    void what_held_in_all_passed() {
        evidence.holds(true, "%,d records", 1_000);
        evidence.figure("records", 1_000);

        assertThat(evidence.finding().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(evidence.finding().evidence()).containsExactly(new Finding.Line(Finding.Kind.HELD, "1,000 records"));
        assertThat(evidence.finding().figures()).containsEntry("records", 1_000);
    }

    @Test
    void one_thing_that_did_not_hold_fails_it() {
        evidence.holds(true, "one");
        evidence.leftOut("two");
        assertThat(evidence.holds(false, "three")).isFalse();

        assertThat(evidence.finding().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void what_was_not_all_tried_passed_in_part() {
        evidence.holds(true, "one");
        evidence.leftOut("two");

        assertThat(evidence.finding().outcome()).isEqualTo(Outcome.IN_PART);
    }

    @Test
    void what_was_not_tried_at_all_is_no_success() {
        evidence.leftOut("nobody watches");

        assertThat(evidence.finding().outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(Outcome.NOT_CHECKED.label()).isEqualTo("not checked");
    }
}
