package marketplace.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import marketplace.local.control.StatusReport.PartReport;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import org.junit.jupiter.api.Test;

final class StatusReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final PartReport KAFKA = PartReport.of(new PartStatus(
            "kafka-0",
            PartState.READY,
            NOON,
            Duration.ofMillis(6_250),
            OptionalLong.of(42),
            OptionalLong.of(1_024),
            OptionalLong.of(1_500),
            "127.0.0.1:19092",
            ""));
    private static final PartReport CONTRACT = PartReport.of(new PartStatus(
            "contract-primary",
            PartState.WAITING,
            NOON,
            Duration.ZERO,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "",
            "later"));

    /** Programs read this: a name that changes here breaks them. */
    @Test
    void its_field_names_are_what_programs_know() throws IOException {
        var report = new StatusReport("starting", "/data", 0, 7, null, 2_048, List.of(KAFKA, CONTRACT));

        assertThat(JSON.readTree(JSON.writeValueAsString(report))).isEqualTo(JSON.readTree("""
                {
                  "phase": "starting",
                  "data": "/data",
                  "port_offset": 0,
                  "launcher_pid": 7,
                  "ready_seconds": null,
                  "resident_bytes": 2048,
                  "parts": [
                    {
                      "name": "kafka-0",
                      "state": "ready",
                      "since": "2026-03-01T12:00:00Z",
                      "ready_seconds": 6.25,
                      "pid": 42,
                      "resident_bytes": 1024,
                      "cpu_seconds": 1.5,
                      "address": "127.0.0.1:19092",
                      "note": ""
                    },
                    {
                      "name": "contract-primary",
                      "state": "waiting",
                      "since": "2026-03-01T12:00:00Z",
                      "ready_seconds": 0.0,
                      "pid": null,
                      "resident_bytes": null,
                      "cpu_seconds": null,
                      "address": "",
                      "note": "later"
                    }
                  ]
                }"""));
    }

    @Test
    void it_is_read_back_as_it_was_written() throws IOException {
        var report = new StatusReport("ready", "/data", 1_000, 7, 12.5, 2_048, List.of(KAFKA, CONTRACT));

        assertThat(JSON.readValue(JSON.writeValueAsString(report), StatusReport.class))
                .isEqualTo(report);
    }
}
