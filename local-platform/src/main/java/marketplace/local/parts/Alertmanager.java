package marketplace.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.local.layout.DataFolder;
import marketplace.local.platform.Engine;
import marketplace.local.tools.MonitoringTools;

/** Alertmanager, which turns alerts into mail. */
final class Alertmanager {
    static final String NAME = "alertmanager";

    private static final String FILE = "alertmanager.yml";

    private Alertmanager() {}

    static Engine part(Setting setting, MonitoringTools tools, Set<String> needs) {
        var listens = "127.0.0.1:" + setting.ports().alertmanager();
        var url = "http://" + listens;
        var program = NativeProgram.of(
                setting,
                NAME,
                tools.folder(),
                Map.of(),
                List.of(
                        tools.alertmanager().toString(),
                        "--config.file=" + configuration(setting).resolve(FILE),
                        "--storage.path=" + setting.folder().data(NAME),
                        "--web.listen-address=" + listens,
                        "--web.external-url=" + url,
                        // There is one of it, so it looks for no others.
                        "--cluster.listen-address="));
        return new Engine(NAME, needs, program, () -> Http.answers(url + "/-/ready"), url);
    }

    /** Lays out what it reads: the file of the checkout, in which the settings of the mail are filled in. */
    static void configure(Setting setting, Mail mail) throws IOException {
        var folder = configuration(setting);
        Files.createDirectories(folder);
        var file = setting.home().configuration(NAME, FILE);
        DataFolder.writePrivate(folder.resolve(FILE), filledIn(Files.readString(file), mail.asSettings()));
        Prometheus.link(folder.resolve("templates"), setting.home().configuration(NAME, "templates"));
    }

    /** Each stands between single quotes there, in which a quote is doubled. */
    private static String filledIn(String text, Map<String, String> settings) {
        var filled = text;
        for (var setting : settings.entrySet()) {
            filled = filled.replace(
                    "${" + setting.getKey() + "}", setting.getValue().replace("'", "''"));
        }
        return filled;
    }

    private static Path configuration(Setting setting) {
        return setting.folder().configuration(NAME);
    }
}
