package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That benchmarks run and clean up. No figure of theirs is looked at: those are of the machine. */
@ExtendWith(RunningPlatform.class)
class BenchIT {
    private final Marketplace marketplace;

    BenchIT(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void every_product_of_a_short_benchmark_comes_to_every_place() throws Exception {
        var said = marketplace.must("bench", "visible", "--quick", "--rate", "20", "--json");

        // Before the results there is the progress.
        JsonNode results = new ObjectMapper().readTree(said.substring(said.indexOf("[ {")));
        assertThat(results).hasSize(1);
        var hops = results.get(0).path("hops");
        assertThat(hops).hasSize(6).allSatisfy(hop -> {
            assertThat(hop.path("missing").asLong())
                    .as(hop.path("place").asText())
                    .isZero();
            assertThat(hop.path("seen").asLong()).isPositive();
        });
    }

    @Test
    void a_name_that_is_none_is_a_wrong_command_line() throws Exception {
        var result = marketplace.run("bench", "dance");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("There is no benchmark dance", "ingest");
    }
}
