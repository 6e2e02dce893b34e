package marketplace.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The quality of what the job learns, on events whose structure is known. The whole runs come first: they leave behind the
 * classes with which the others start quickly.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EvaluationIT {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @Order(1)
    @CsvSource({"ease, last", "joins, random"})
    void what_clients_do_next_is_found_twice_as_well_as_by_popularity(final String method, final String split) {
        final Path events = new Tastes(2_000, 600, 20, 20, 1).writeTo(folder.resolve(method + ".csv"));

        final JsonNode quality = JobProcess.run(
                        Map.of(), "--events", events.toString(), "--evaluate", "--method", method, "--split", split)
                .result()
                .get("quality");

        assertThat(quality.get("clients").intValue()).isGreaterThan(1_900);
        assertThat(quality.get("split").textValue()).isEqualTo(split);
        assertThat(recall(quality, "model")).isGreaterThan(2 * recall(quality, "popularity"));
        assertThat(quality.get("model").get("ndcg_at_10").doubleValue())
                .isGreaterThan(2 * quality.get("popularity").get("ndcg_at_10").doubleValue());
        assertThat(quality.get("model").get("coverage").doubleValue()).isGreaterThan(0.5);
    }

    private static double recall(final JsonNode quality, final String way) {
        return quality.get(way).get("recall_at_10").doubleValue();
    }

    @Test
    @Order(2)
    void a_file_that_is_not_there_is_said_in_one_line() {
        final JobProcess job = JobProcess.run(Map.of(), "--events", "/nowhere.csv", "--evaluate");

        assertThat(job.status()).isEqualTo(1);
        assertThat(job.error()).contains("/nowhere.csv").doesNotContain("\n");
    }

    @Test
    @Order(2)
    void a_wrong_command_line_is_said_before_spark_starts() {
        final JobProcess job = JobProcess.run(Map.of(), "--evaluate");

        assertThat(job.status()).isEqualTo(2);
        assertThat(job.error()).isEqualTo("Give either --warehouse or --events");
    }
}
