package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Principal;
import marketplace.local.layout.Cluster;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;
import marketplace.local.platform.Part;
import marketplace.local.platform.PartStatus;
import marketplace.local.platform.Platform;
import marketplace.local.security.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalPlatformTest {
    private static final int NODES = 3;

    @TempDir
    private Path parent;

    private Setting setting;

    @BeforeEach
    void begin() throws Exception {
        var home = new Home(parent.resolve("checkout"));
        var registry = home.distribution().resolve("apicurio/apicurio-registry-app-3.0.9-runner.jar");
        Files.createDirectories(registry.getParent());
        Files.writeString(registry, "");
        var folder = new DataFolder(parent.resolve("data"));
        folder.create();
        var catalogue = Catalogue.load();
        var principals = catalogue.principals().stream().map(Principal::name).toList();
        var secrets = Secrets.open(folder, principals, NODES, Clock.systemUTC());
        setting = new Setting(home, folder, new Ports(1_000), catalogue, secrets, NODES, true);
    }

    @Test
    void its_parts_stand_in_an_order_in_which_they_can_start() {
        var platform = new Platform(parts(), status -> {}, Clock.systemUTC(), Duration.ofSeconds(1));

        assertThat(platform.status())
                .extracting(PartStatus::name)
                .doesNotHaveDuplicates()
                .contains("kafka-0", "kafka-2", "target-kafka-0", "schema-registry", "mirror-maker", "kafka-connect")
                .contains("elasticsearch", "hdfs")
                .contains("contract-primary", "contract-target", "contract-schemas");
    }

    @Test
    void the_contract_of_a_cluster_waits_for_all_of_its_nodes() {
        for (Cluster cluster : Cluster.values()) {
            assertThat(part(ContractSteps.name(cluster)).needs())
                    .containsExactlyInAnyOrderElementsOf(cluster.nodes(NODES));
        }
    }

    @Test
    void no_password_stands_on_a_command_line_where_everybody_sees_it() {
        var passwords = setting.secrets().passwords().values();

        assertThat(engines()).isNotEmpty().allSatisfy(engine -> assertThat(
                        String.join(" ", engine.program().command()))
                .doesNotContain(passwords.toArray(String[]::new)));
    }

    @Test
    void every_engine_has_a_log_of_its_own_in_the_data_folder() {
        assertThat(engines())
                .extracting(engine -> engine.program().log())
                .doesNotHaveDuplicates()
                .allMatch(log -> log.startsWith(setting.folder().root()));
        assertThat(engines()).allSatisfy(engine -> assertThat(engine.program().environment())
                .containsEntry("LOG_FILE", engine.program().log().toString()));
    }

    @Test
    void a_node_knows_its_cluster_its_place_and_its_neighbours() {
        assertThat(engine("target-kafka-1").program().environment())
                .containsEntry("NODE_ID", "1")
                .containsEntry("CLUSTER", "target")
                .containsEntry("CLUSTER_ID", Cluster.TARGET.id())
                .containsEntry("QUORUM_VOTERS", "0@127.0.0.1:30292,1@127.0.0.1:30293,2@127.0.0.1:30294")
                .containsEntry("REPLICATION", "3")
                .containsEntry("MIN_INSYNC", "2");
    }

    @Test
    void every_engine_leaves_with_the_launcher() {
        assertThat(engines()).allSatisfy(engine -> assertThat(engine.program().command())
                .containsAnyOf(
                        "marketplace.engines.Leash",
                        "marketplace.engines.kafka.Broker",
                        "marketplace.engines.elasticsearch.Elasticsearch",
                        "marketplace.engines.hdfs.Hdfs"));
    }

    @Test
    void every_principal_finds_the_settings_of_its_clients() throws IOException {
        setting.writeClients();

        for (Cluster cluster : Cluster.values()) {
            assertThat(setting.folder().client(cluster, Secrets.ADMIN)).isNotEmptyFile();
            assertThat(setting.catalogue().principalsOn(cluster.inCatalogue()))
                    .isNotEmpty()
                    .allSatisfy(principal -> assertThat(setting.folder().client(cluster, principal.name()))
                            .isNotEmptyFile());
        }
    }

    private List<Part> parts() {
        try (var local = new LocalPlatform(setting, new Archives(setting.home()), Clock.systemUTC())) {
            return local.parts();
        }
    }

    private List<Engine> engines() {
        return parts().stream()
                .filter(Engine.class::isInstance)
                .map(Engine.class::cast)
                .toList();
    }

    private Engine engine(String name) {
        return (Engine) part(name);
    }

    private Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
