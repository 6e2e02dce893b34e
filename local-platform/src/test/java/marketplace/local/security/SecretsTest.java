package marketplace.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import marketplace.local.layout.Cluster;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Ports;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
    private static final int NODES = 3;

    @TempDir
    private Path parent;

    private DataFolder folder;

    @BeforeEach
    void begin() throws IOException {
        folder = new DataFolder(parent.resolve("data"));
        folder.create();
    }

    @Test
    void everybody_has_a_password_and_no_two_have_the_same() throws Exception {
        var passwords = open("jobs", "shop").passwords();

        assertThat(passwords).containsOnlyKeys("admin", "jobs", "shop");
        assertThat(passwords.values())
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void they_stay_the_same_at_the_next_start() throws Exception {
        var first = open("jobs");
        var authority = Files.readString(first.truststore());
        var node = Files.readString(first.keystore("kafka-0"));

        var second = open("jobs");

        assertThat(second.passwords()).isEqualTo(first.passwords());
        assertThat(second.truststore()).hasContent(authority);
        assertThat(second.keystore("kafka-0")).hasContent(node);
    }

    @Test
    void a_newcomer_gets_a_password_and_nobody_elses_changes() throws Exception {
        var before = open("jobs").passwords();

        var after = open("jobs", "shop").passwords();

        assertThat(after).containsAllEntriesOf(before).containsKey("shop").hasSize(before.size() + 1);
        assertThat(open("jobs").passwords()).as("who leaves keeps his").isEqualTo(after);
    }

    @Test
    void the_first_user_has_his_password_in_a_file_of_its_own_even_if_it_was_lost() throws Exception {
        var secrets = open("jobs");
        Files.delete(secrets.adminPasswordFile());

        var again = open("jobs");

        assertThat(again.adminPasswordFile()).hasContent(secrets.passwords().get(Secrets.ADMIN));
    }

    @Test
    void certificates_that_were_half_made_are_thrown_away() throws Exception {
        var halfMade = folder.root().resolve("pki.new");
        Files.createDirectories(halfMade);
        Files.writeString(halfMade.resolve("ca.pem"), "half");
        Files.writeString(halfMade.resolve("stranger.pem"), "half");

        var secrets = open();

        assertThat(halfMade).doesNotExist();
        assertThat(secrets.truststore()).content().startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(folder.pki()).isDirectoryNotContaining("glob:**stranger.pem");
    }

    @Test
    void every_node_of_both_clusters_has_a_certificate() throws Exception {
        var secrets = open();

        for (Cluster cluster : Cluster.values()) {
            assertThat(cluster.nodes(NODES))
                    .allSatisfy(node -> assertThat(secrets.keystore(node)).isNotEmptyFile());
        }
    }

    @Test
    void nobody_else_can_read_any_of_it() throws Exception {
        var secrets = open("jobs");
        secrets.writeClient("jobs", Cluster.PRIMARY, new Ports(0), NODES);

        for (Path root : List.of(folder.pki(), folder.secrets(), folder.client(Cluster.PRIMARY, "jobs"))) {
            try (var files = Files.walk(root)) {
                assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_clients_file_is_all_that_it_needs_to_reach_a_cluster() throws Exception {
        var secrets = open("jobs");
        secrets.writeClient("jobs", Cluster.TARGET, new Ports(1_000), NODES);

        var settings = new Properties();
        try (var reader = Files.newBufferedReader(folder.client(Cluster.TARGET, "jobs"))) {
            settings.load(reader);
        }

        assertThat(settings)
                .containsEntry("bootstrap.servers", "127.0.0.1:30092,127.0.0.1:30093,127.0.0.1:30094")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                .containsEntry("ssl.truststore.location", secrets.truststore().toString());
        assertThat(settings.getProperty("sasl.jaas.config"))
                .contains(
                        "username=\"jobs\"", "password=\"" + secrets.passwords().get("jobs") + "\";");
    }

    @Test
    void kafka_itself_takes_the_keys_and_certificates() throws Exception {
        var secrets = open();

        try (var factory = new DefaultSslEngineFactory()) {
            var definitions = new ConfigDef();
            SslConfigs.addClientSslSupport(definitions);
            factory.configure(definitions.parse(Map.of(
                    "ssl.keystore.type",
                    "PEM",
                    "ssl.keystore.location",
                    secrets.keystore("target-kafka-2").toString(),
                    "ssl.truststore.type",
                    "PEM",
                    "ssl.truststore.location",
                    secrets.truststore().toString())));

            assertThat(factory.keystore().size()).isEqualTo(1);
            assertThat(factory.truststore().size()).isEqualTo(1);
            assertThat(factory.createServerSslEngine("127.0.0.1", 29_094).getSupportedProtocols())
                    .contains("TLSv1.3");
        }
    }

    private Secrets open(String... principals) throws Exception {
        return Secrets.open(folder, List.of(principals), NODES, Clock.systemUTC());
    }
}
