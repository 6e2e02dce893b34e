package marketplace.local.parts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.local.platform.Part;
import marketplace.local.tools.MonitoringTools;

/** What watches over the others: Prometheus, Alertmanager, and a mailbox if no mail server is set. */
public final class Monitoring {
    private final Setting setting;
    private final MonitoringTools tools;
    private final Optional<Mail> server;

    /** @param server where mail goes; without one, into a mailbox that belongs to the platform */
    public Monitoring(Setting setting, MonitoringTools tools, Optional<Mail> server) {
        this.setting = setting;
        this.tools = tools;
        this.server = server;
    }

    /** Lays out what they read. */
    public void configure() throws IOException {
        Prometheus.configure(setting);
        Alertmanager.configure(setting, server.orElseGet(() -> Mailbox.mail(setting.ports())));
    }

    /**
     * The parts that watch, each after those that it needs. Prometheus comes when all others are there: what is still on
     * its way is no alert.
     */
    List<Part> parts(Jvm jvm, List<Part> watched) {
        var parts = new ArrayList<Part>();
        if (server.isEmpty()) {
            parts.add(Mailbox.part(setting, jvm));
        }
        parts.add(Alertmanager.part(setting, tools, Set.of()));
        var needs = watched.stream().map(Part::name).collect(Collectors.toSet());
        needs.add(Alertmanager.NAME);
        parts.add(Prometheus.part(setting, tools, needs));
        return parts;
    }
}
