package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import marketplace.acceptance.platform.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is no fault is told to nobody. That a dead broker is told, the story and the criteria show, see {@link ReadmeIT}. */
@ExtendWith(RunningPlatform.class)
class AlarmIT {
    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);

    private final Marketplace marketplace;
    private final Watch watch;

    AlarmIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.watch = marketplace.watch();
    }

    @BeforeEach
    void quiet() throws Exception {
        assumeThat(status("prometheus").isMissingNode())
                .as("There is no Prometheus here: alarms are not tried")
                .isFalse();
        await().atMost(QUIET_WITHIN).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(watch.alerts())
                .isEmpty());
    }

    @Test
    void a_broker_that_is_silent_for_one_look_is_nothing() throws Exception {
        int before = watch.subjects().size();
        var broker =
                ProcessHandle.of(status("target-kafka-1").path("pid").asLong()).orElseThrow();

        signal("STOP", broker);
        try {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> watch.series("up{instance='target-kafka-1'} == 0") == 1);
        } finally {
            signal("CONT", broker);
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> watch.series("up{instance='target-kafka-1'} == 1") == 1);
        await().during(Duration.ofSeconds(30))
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(watch.alerts()).noneMatch(Watch.Alert::isFiring));
        assertThat(subjects(before)).isEmpty();
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private List<String> subjects(int before) throws IOException, InterruptedException {
        return watch.subjects().stream().skip(before).toList();
    }

    private JsonNode status(String part) throws IOException, InterruptedException {
        for (JsonNode each : new ObjectMapper()
                .readTree(marketplace.must("status", "--json"))
                .path("parts")) {
            if (each.path("name").asText().equals(part)) {
                return each;
            }
        }
        return new ObjectMapper().missingNode();
    }
}
