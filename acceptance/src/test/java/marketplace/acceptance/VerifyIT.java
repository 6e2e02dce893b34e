package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the platform says of itself to programs. What it says to people, with brokers killed, {@link ReadmeIT} sees. */
@ExtendWith(RunningPlatform.class)
class VerifyIT {
    private final Marketplace marketplace;

    VerifyIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void programs_are_told_what_was_seen() throws Exception {
        var said = marketplace.must("verify", "--only", "1,9", "--json");

        JsonNode results = Said.json(said);
        assertThat(results.path("failed").asInt()).isZero();
        var criteria = results.path("criteria");
        assertThat(criteria).hasSize(2);
        assertThat(criteria.get(0).path("outcome").asText()).isEqualTo("passed");
        assertThat(criteria.get(1).path("outcome").asText())
                .as("nobody was killed")
                .isEqualTo("in_part");
        assertThat(criteria.get(1).at("/figures/dashboard_queries").asInt()).isGreaterThan(40);
    }

    @Test
    void a_criterion_that_is_none_is_a_wrong_command_line() throws Exception {
        var result = marketplace.run("verify", "--only", "11");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("There is no criterion 11");
    }
}
