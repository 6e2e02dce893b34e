package marketplace.local.cli;

import java.util.Comparator;
import java.util.Locale;
import marketplace.local.console.Style;
import marketplace.local.control.StatusReport;
import marketplace.local.control.StatusReport.PartReport;
import marketplace.local.layout.Cluster;
import marketplace.local.parts.Setting;
import marketplace.local.platform.PartState;

/** What {@code up} says when everything is ready. */
final class Summary {
    private final Setting setting;
    private final Style style;

    Summary(Setting setting, Style style) {
        this.setting = setting;
        this.style = style;
    }

    String of(StatusReport report, boolean verbose) {
        var text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%n%s in %.1f s, %.1f GB resident.%n%n",
                style.good("Ready"),
                report.readySeconds(),
                report.residentBytes() / 1e9));
        for (Cluster cluster : Cluster.values()) {
            row(text, cluster.label() + " cluster", cluster.bootstrap(setting.ports(), setting.nodes()));
        }
        report.parts().stream()
                .filter(part -> part.pid() != null && part.address().startsWith("http"))
                .forEach(part -> row(text, part.name(), part.address()));
        row(text, "client settings", setting.folder().root().resolve("clients") + "/CLUSTER/PRINCIPAL.properties");
        row(text, "logs", setting.folder().log("NAME").toString());
        report.parts().stream()
                .filter(part -> !part.state().equals(PartState.READY.label()))
                .forEach(part -> text.append(String.format(
                        Locale.ROOT, "%n  %s: %s%n", style.bad(part.name() + " " + part.state()), part.note())));
        if (verbose) {
            whereTheTimeWent(text, report);
        }
        return text.append('\n').toString();
    }

    private static void row(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "  %-18s %s%n", name, value));
    }

    private static void whereTheTimeWent(StringBuilder text, StatusReport report) {
        text.append(
                String.format(Locale.ROOT, "%n  %-18s %10s %10s %10s%n", "part", "ready in s", "CPU s", "MB resident"));
        report.parts().stream()
                .sorted(Comparator.comparing(PartReport::readySeconds).reversed())
                .forEach(part -> text.append(String.format(
                        Locale.ROOT,
                        "  %-18s %10.1f %10s %10s%n",
                        part.name(),
                        part.readySeconds(),
                        part.cpuSeconds() == null ? "" : String.format(Locale.ROOT, "%.1f", part.cpuSeconds()),
                        part.residentBytes() == null ? "" : part.residentBytes() >> 20)));
    }
}
