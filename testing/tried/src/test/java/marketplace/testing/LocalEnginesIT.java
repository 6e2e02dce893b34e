package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Principal;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** A real broker, and one that cannot start. */
class LocalEnginesIT {
    private static final Set<Engine> PRIMARY = Set.of(Engine.PRIMARY);

    @Test
    void a_broker_that_does_not_start_is_named_with_its_last_lines_and_can_start_later() throws Exception {
        try (var engines = LocalEngines.open(Catalogue.load(), Settings.ofThisProcess())) {
            try (var squatter = new ServerSocket(brokersPort(engines), 1, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(() -> engines.start(PRIMARY))
                        .isInstanceOf(EnginesException.class)
                        .hasMessageStartingWith("kafka-0 left with exit code 1 before it was ready.")
                        .hasMessageContaining("  | ")
                        .hasMessageContaining("Address already in use");
                assertThat(squatter.isBound()).isTrue();
            }

            assertThat(engines.start(PRIMARY)).hasSize(2);
            assertThat(engines.start(PRIMARY)).as("nothing is left to start").isEmpty();
        }
    }

    @Test
    void whoever_the_catalogue_names_can_log_in_as_soon_as_the_engines_are_ready() throws Exception {
        var catalogue = Catalogue.load();
        try (var engines = LocalEngines.open(catalogue, Settings.ofThisProcess())) {
            engines.start(PRIMARY);
            for (Principal principal : catalogue.principalsOn(Cluster.PRIMARY)) {
                try (var theirs = Admin.create(Map.copyOf(engines.client(Cluster.PRIMARY, principal.name())))) {
                    assertThat(theirs.describeCluster().nodes().get())
                            .as(principal.name())
                            .hasSize(1);
                }
            }
        }
    }

    private static int brokersPort(LocalEngines engines) {
        var address = engines.admin(Cluster.PRIMARY).get("bootstrap.servers");
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
