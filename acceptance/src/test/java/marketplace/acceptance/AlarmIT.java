package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import marketplace.acceptance.platform.Watch;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is wrong is told, each by its own alert, and what is no fault is told to nobody. That a dead broker is told, and
 * its return, the story and the criteria show, see {@link ReadmeIT}.
 */
@ExtendWith(RunningPlatform.class)
class AlarmIT {
    private static final Duration A_LOOK = Duration.ofSeconds(30);
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(3);
    private static final String BROKER = "target-kafka-1";
    private static final Set<String> EXPECTED = Set.of("MirrorSilent", "ConnectTaskFailed", "DeadLetters");

    private final Marketplace marketplace;
    private final Watch watch;

    AlarmIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.watch = marketplace.watch();
    }

    @Test
    void each_fault_is_told_by_its_own_alert_and_one_lost_answer_by_none() throws Exception {
        assumeThat(status("prometheus").isMissingNode())
                .as("There is no Prometheus here: alarms are not tried")
                .isFalse();
        // What other tests have left behind is not looked at, unless it is what this one does.
        var before = firing();
        before.removeAll(EXPECTED);
        int mailsBefore = watch.subjects().size();

        beSilentForOneLook();
        try {
            marketplace.must("kill", "mirror-maker");
            new FileSink(marketplace).pointAt("/nowhere/products.out");
            poison();

            await().atMost(TOLD_WITHIN).pollInterval(Duration.ofSeconds(2)).until(() -> firing().containsAll(EXPECTED));
            var since = firing();
            since.removeAll(before);
            assertThat(since).containsExactlyInAnyOrderElementsOf(EXPECTED);
            await().atMost(TOLD_WITHIN).untilAsserted(() -> assertThat(String.join(", ", subjects(mailsBefore)))
                    .contains("MirrorSilent", "ConnectTaskFailed")
                    .doesNotContain(BROKER));
        } finally {
            marketplace.must("start", "mirror-maker");
            marketplace.must("start", "connectors");
        }
    }

    /** Prometheus asks it once without an answer, and the next time with one. */
    private void beSilentForOneLook() throws Exception {
        var broker = ProcessHandle.of(status(BROKER).path("pid").asLong()).orElseThrow();
        signal("STOP", broker);
        try {
            await().atMost(A_LOOK)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> watch.series("up{instance='" + BROKER + "'} == 0") == 1);
        } finally {
            signal("CONT", broker);
        }
        await().atMost(A_LOOK).until(() -> watch.series("up{instance='" + BROKER + "'} == 1") == 1);
    }

    /** A ban that nobody can read. */
    private void poison() throws Exception {
        try (var producer = new KafkaProducer<>(
                marketplace.client("primary", "shop-api"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.BAN_PRODUCTS.name(), "poison", "this is no ban"))
                    .get();
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private List<String> subjects(int before) throws IOException, InterruptedException {
        return watch.subjects().stream().skip(before).toList();
    }

    private Set<String> firing() throws IOException, InterruptedException {
        var names = new TreeSet<String>();
        for (Watch.Alert alert : watch.alerts()) {
            if (alert.isFiring()) {
                names.add(alert.name());
            }
        }
        return names;
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
