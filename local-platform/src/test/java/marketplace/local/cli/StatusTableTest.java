package marketplace.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import marketplace.local.console.Style;
import marketplace.local.control.StatusReport;
import marketplace.local.control.StatusReport.PartReport;
import org.junit.jupiter.api.Test;

final class StatusTableTest {
    private static final String RED = "\u001b[31m";
    private static final StatusReport REPORT = new StatusReport(
            "degraded",
            "/data",
            0,
            7,
            12.5,
            2_000_000_000,
            List.of(
                    new PartReport("kafka-0", "ready", "", 6.2, 42L, 300L << 20, 7.7, "127.0.0.1:19092", ""),
                    new PartReport(
                            "products-file-sink", "failed", "", 0, null, null, null, "http://c", "task 0: no file")));

    @Test
    void what_failed_says_why() {
        assertThat(StatusCommand.table(REPORT, new Style(false)).lines())
                .contains(
                        "kafka-0            ready           42     300     7.7  127.0.0.1:19092",
                        "products-file-sink failed                              task 0: no file",
                        "degraded, 2.0 GB resident, data in /data");
    }

    @Test
    void on_a_terminal_it_is_red() {
        var table = StatusCommand.table(REPORT, new Style(true));

        assertThat(table.lines().filter(line -> line.contains(RED)))
                .singleElement()
                .asString()
                .contains("products-file-sink");
    }
}
