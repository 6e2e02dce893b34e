package marketplace.local.tools;

import java.nio.file.Path;

/**
 * Prometheus and Alertmanager, as programs of this machine.
 *
 * @param folder where they are to be started
 * @param promtool what checks and tries Prometheus' rules
 */
public record MonitoringTools(Path folder, Path prometheus, Path promtool, Path alertmanager) {}
