package marketplace.local.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Prometheus and Alertmanager, as programs of this machine.
 *
 * @param folder where they are to be started
 * @param promtool what checks and tries Prometheus' rules, if it is there
 */
public record MonitoringTools(Path folder, Path prometheus, Optional<Path> promtool, Path alertmanager) {
    /** Alerts that go on firing for a while. */
    private static final ProgramVersion PROMETHEUS = new ProgramVersion(2, 42);
    /** Passwords out of files. */
    private static final ProgramVersion ALERTMANAGER = new ProgramVersion(0, 25);

    /**
     * Looks whether they understand our configuration.
     *
     * @throws IOException if one of them does not; the message is one line that says what to do
     */
    public MonitoringTools newEnough() throws IOException, InterruptedException {
        check(prometheus, PROMETHEUS);
        check(alertmanager, ALERTMANAGER);
        return this;
    }

    private static void check(Path program, ProgramVersion needed) throws IOException, InterruptedException {
        var found = ProgramVersion.of(program);
        if (found.isEmpty() || found.get().isBefore(needed)) {
            throw new IOException("There is no monitoring: " + program + " is "
                    + found.map(version -> "version " + version).orElse("of a version that it does not tell") + ", and "
                    + needed + " or newer is needed. Install a newer one, or leave it out with --with marketplace.");
        }
    }
}
