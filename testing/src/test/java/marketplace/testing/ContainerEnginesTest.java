package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import marketplace.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** What can be told without a Docker engine. */
class ContainerEnginesTest {
    private static final Settings SETTINGS = Settings.of(name -> null, Path.of(""));

    private final ContainerEngines engines = new ContainerEngines(Catalogue.load(), SETTINGS, () -> false);

    @Test
    void without_a_docker_engine_it_says_what_to_do() {
        assertThatThrownBy(() -> engines.start(Set.of(Engine.PRIMARY)))
                .isInstanceOf(EnginesException.class)
                .hasMessage("There is no Docker engine here: start one that this user may use, or leave out"
                        + " -Dmarketplace.engines=containers.");
    }

    @Test
    void the_mirror_connect_and_hdfs_do_not_come_from_containers() {
        assertThatThrownBy(() -> engines.start(Set.of(Engine.PRIMARY, Engine.CONNECT)))
                .isInstanceOf(EnginesException.class)
                .hasMessageStartingWith("MIRROR, CONNECT and HDFS do not come from containers");
    }

    @Test
    void an_image_from_another_place_will_do() {
        var settings = Settings.of(
                name -> name.equals("marketplace.engines.kafka.image") ? "mirror.example/kafka:4.3.1" : null,
                Path.of(""));
        try (var broker = new ContainerEngines(Catalogue.load(), settings, () -> false).broker()) {
            assertThat(broker.getEnvMap())
                    .containsEntry("KAFKA_SUPER_USERS", "User:ANONYMOUS")
                    .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
        }
    }
}
