package marketplace.local.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import marketplace.local.layout.Home;

/**
 * Finds Prometheus and Alertmanager: those of the machine if it has both, else those that were fetched before, else
 * those of the distribution's packages, which are fetched into a folder of ours. Nothing is installed.
 */
public final class ToolSearch {
    private static final String FOLDER = "monitoring";
    private static final Path PROGRAMS = Path.of("usr", "bin");

    private final List<Path> path;
    private final Path tools;
    private final Packages packages;

    /**
     * @param path the folders that programs are looked for in
     * @param tools where what is fetched is kept
     */
    ToolSearch(List<Path> path, Path tools, Packages packages) {
        this.path = List.copyOf(path);
        this.tools = tools;
        this.packages = packages;
    }

    /** On this machine, for a checkout. */
    public static ToolSearch on(Home home) {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        var folders = Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
        return new ToolSearch(folders, home.tools(), new DebianPackages(folders));
    }

    /**
     * The programs, which may take as long as a download does.
     *
     * @throws IOException if there are none; the message is one line that says what to install
     */
    public MonitoringTools find() throws IOException, InterruptedException {
        var here = in(path, Path.of("").toAbsolutePath()).or(this::fetchedBefore);
        if (here.isPresent()) {
            return here.get();
        }
        try {
            packages.unpack(List.of("prometheus", "prometheus-alertmanager"), fetched());
        } catch (IOException failure) {
            throw new IOException(
                    "There is no monitoring: Prometheus and Alertmanager are not on the PATH, and "
                            + failure.getMessage()
                            + ". Install them (on Debian and Ubuntu: apt-get install prometheus"
                            + " prometheus-alertmanager), or leave them out with --with marketplace.",
                    failure);
        }
        return fetchedBefore()
                .orElseThrow(() -> new IOException("There is no monitoring: the packages in " + fetched()
                        + " have no Prometheus and Alertmanager in them."));
    }

    private Path fetched() {
        return tools.resolve(FOLDER);
    }

    private Optional<MonitoringTools> fetchedBefore() {
        return in(List.of(fetched().resolve(PROGRAMS)), fetched());
    }

    private static Optional<MonitoringTools> in(List<Path> folders, Path startedIn) {
        var prometheus = program(folders, "prometheus");
        var promtool = program(folders, "promtool");
        // Debian calls it after the project that it belongs to.
        var alertmanager = program(folders, "alertmanager").or(() -> program(folders, "prometheus-alertmanager"));
        return prometheus.isPresent() && alertmanager.isPresent()
                ? Optional.of(new MonitoringTools(startedIn, prometheus.get(), promtool, alertmanager.get()))
                : Optional.empty();
    }

    private static Optional<Path> program(List<Path> folders, String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
