package marketplace.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.local.platform.Engine;
import marketplace.local.tools.MonitoringTools;

/** Prometheus, with the rules that stand in the checkout. */
final class Prometheus {
    static final String NAME = "prometheus";

    private Prometheus() {}

    static Engine part(Setting setting, MonitoringTools tools, Set<String> needs) {
        var listens = "127.0.0.1:" + setting.ports().prometheus();
        var url = "http://" + listens;
        var program = NativeProgram.of(
                setting,
                NAME,
                tools.folder(),
                // It would rather take memory than time.
                Map.of("GOGC", "40"),
                List.of(
                        tools.prometheus().toString(),
                        "--config.file=" + configuration(setting).resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + setting.folder().data(NAME),
                        "--storage.tsdb.retention.time=15d",
                        "--storage.tsdb.retention.size=512MB",
                        "--web.listen-address=" + listens,
                        "--web.external-url=" + url));
        return new Engine(NAME, needs, program, () -> Http.answers(url + "/-/ready"), url);
    }

    /** Lays out what it reads: the files of the checkout as they stand there, and the targets on this machine. */
    static void configure(Setting setting) throws IOException {
        var folder = configuration(setting);
        Files.createDirectories(folder);
        for (String name : List.of("prometheus.yml", "rules")) {
            link(folder.resolve(name), setting.home().configuration("prometheus", name));
        }
        new Targets(setting).write(folder.resolve("targets"));
    }

    private static Path configuration(Setting setting) {
        return setting.folder().configuration(NAME);
    }

    /** A checkout may have been moved since. */
    static void link(Path link, Path file) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, file);
    }
}
