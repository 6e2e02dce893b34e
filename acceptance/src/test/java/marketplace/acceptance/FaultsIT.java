package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The platform proves itself while brokers die. What it proves without that, the commands of the README show. */
@ExtendWith(RunningPlatform.class)
class FaultsIT {
    private final Marketplace marketplace;

    FaultsIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void a_broker_of_each_cluster_dies_and_no_event_is_refused_lost_or_there_twice() throws Exception {
        var said = marketplace.must("verify", "--only", "3,4", "--with-faults", "--json");

        JsonNode results = Said.json(said);
        assertThat(results.path("failed").asInt()).isZero();
        assertThat(results.path("criteria")).hasSize(2).allSatisfy(criterion -> {
            assertThat(criterion.path("outcome").asText()).isEqualTo("passed");
            var figures = criterion.path("figures");
            assertThat(figures.path("refused").asInt()).isZero();
            for (String cluster : new String[] {"primary", "target"}) {
                assertThat(figures.path(cluster + "_received").asInt())
                        .isEqualTo(figures.path("sent").asInt())
                        .isPositive();
                assertThat(figures.path(cluster + "_lost").asInt()).isZero();
                assertThat(figures.path(cluster + "_twice").asInt()).isZero();
            }
        });
    }

    @Test
    void a_criterion_that_is_none_is_a_wrong_command_line() throws Exception {
        var result = marketplace.run("verify", "--only", "11");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("There is no criterion 11");
    }
}
