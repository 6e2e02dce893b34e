package marketplace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static final List<Result> RESULTS = List.of(
            new Comparison(
                    "ingest",
                    "products, against a producer",
                    "products",
                    Scale.WORK_PER_SECOND,
                    Optional.of(Target.atLeast(0.5)),
                    List.of(
                            new AtSize(1_000, List.of(new Pair(20_000, 12_000))),
                            new AtSize(10_000, List.of(new Pair(40_000, 16_000)))),
                    List.of("A note.")),
            new Journey(
                    "visible", "a way", List.of(new Journey.Hop("search", 99, 1, 10.04, 250.4, 1_234.4)), List.of()),
            new Effort(
                    "job",
                    "a job",
                    "events",
                    List.of(new Effort.Spent(1_000, 2.5, 4.1, 900), new Effort.Spent(10_000, 20, 38.2, 1_100))));

    @Test
    void people_see_each_size_beside_its_limit_and_whether_the_target_is_met() {
        assertThat(Tables.of(RESULTS).lines())
                .anySatisfy(line ->
                        assertThat(line).contains("1,000", "20,000/s", "12,000/s", "0.60", "0.60 … 0.60", "met"))
                .anySatisfy(line -> assertThat(line).contains("10,000", "40,000/s", "16,000/s", "0.40", "missed"))
                .anySatisfy(line -> assertThat(line).contains("target at least 0.50"))
                .anySatisfy(line -> assertThat(line).contains("takes 7.50 times as long, the limit 5.00 times"))
                .anySatisfy(line -> assertThat(line).contains("A note."))
                .anySatisfy(line -> assertThat(line).contains("search", "99", "10.0 ms", "250 ms", "1,234 ms"))
                .anySatisfy(line -> assertThat(line).contains("10,000", "20.0 s", "38.2 s", "1,100 MB"))
                .anySatisfy(line -> assertThat(line).contains("slope: ten times the size takes 8.00 times as long"));
    }

    @Test
    void programs_get_every_pair() throws Exception {
        final JsonNode json = new ObjectMapper().readTree(Json.of(RESULTS));

        final JsonNode first = json.get(0).path("sizes").get(0);
        assertThat(first.path("ratio").asDouble()).isEqualTo(0.6);
        assertThat(first.path("met").asBoolean()).isTrue();
        assertThat(first.path("pairs").get(0).path("product").asDouble()).isEqualTo(12_000);
        assertThat(json.get(0).path("target").path("at_least").asDouble()).isEqualTo(0.5);
        assertThat(json.get(1).path("hops").get(0).path("p99_ms").asDouble()).isEqualTo(250.4);
        assertThat(json.get(2).path("sizes").get(1).path("processor_seconds").asDouble())
                .isEqualTo(38.2);
    }
}
