package marketplace.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import marketplace.local.console.Style;
import marketplace.local.control.StatusReport;
import marketplace.local.control.StatusReport.PartReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Shows what runs, where, since when, and with how much memory.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Mixin
    private Place place;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var running = place.running();
        if (running.isEmpty()) {
            if (json) {
                System.out.println("{\"phase\": \"down\"}");
            } else {
                System.err.println(place.notRunning());
            }
            return Marketplace.NOT_RUNNING;
        }
        var report = running.get().status();
        System.out.print(json ? JSON.writeValueAsString(report) + "\n" : table(report, Style.ofThisProcess()));
        return 0;
    }

    static String table(StatusReport report, Style style) {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%-18s %-9s %8s %7s %7s  %s%n", "PART", "STATE", "PID", "MB", "CPU s", "WHERE"));
        for (PartReport part : report.parts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %s %8s %7s %7s  %s%n",
                    part.name(),
                    style.ofLabel(part.state(), String.format(Locale.ROOT, "%-9s", part.state())),
                    part.pid() == null ? "" : part.pid(),
                    part.residentBytes() == null ? "" : part.residentBytes() >> 20,
                    part.cpuSeconds() == null ? "" : String.format(Locale.ROOT, "%.1f", part.cpuSeconds()),
                    part.note().isEmpty() ? part.address() : part.note()));
        }
        text.append(String.format(
                Locale.ROOT,
                "%n%s, %.1f GB resident, data in %s%n",
                report.phase(),
                report.residentBytes() / 1e9,
                report.data()));
        return text.toString();
    }
}
