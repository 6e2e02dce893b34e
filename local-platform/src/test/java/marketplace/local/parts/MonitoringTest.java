package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Principal;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;
import marketplace.local.platform.Part;
import marketplace.local.security.Secrets;
import marketplace.local.tools.MonitoringTools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MonitoringTest {
    private static final MonitoringTools TOOLS = new MonitoringTools(
            Path.of("/"),
            Path.of("/bin/prometheus"),
            Optional.of(Path.of("/bin/promtool")),
            Path.of("/bin/alertmanager"));

    @TempDir
    private Path parent;

    private Setting setting;

    @BeforeEach
    void begin() throws Exception {
        var home = new Home(parent.resolve("checkout"));
        Files.createDirectories(home.configuration("prometheus", "rules"));
        Files.writeString(home.configuration("prometheus", "prometheus.yml"), "global: {}");
        Files.createDirectories(home.configuration("alertmanager", "templates"));
        Files.writeString(
                home.configuration("alertmanager", "alertmanager.yml"),
                "smarthost: '${SMTP_SERVER}'\nto: '${MAIL_TO}'\ntls: ${SMTP_TLS}\n");
        var registry = home.distribution().resolve("apicurio/apicurio-registry-app-3.0.9-runner.jar");
        Files.createDirectories(registry.getParent());
        Files.writeString(registry, "");
        var folder = new DataFolder(parent.resolve("data"));
        folder.create();
        var catalogue = Catalogue.load();
        var principals = catalogue.principals().stream().map(Principal::name).toList();
        var secrets = Secrets.open(folder, principals, 3, Clock.systemUTC());
        setting = new Setting(home, folder, new Ports(1_000), catalogue, secrets, 3, true);
    }

    @Test
    void everything_else_comes_first_so_that_a_start_is_no_alert() {
        var others = names(new LocalPlatform(setting, new Archives(setting.home()), Clock.systemUTC()).parts());

        assertThat(part("prometheus", Optional.empty()).needs())
                .containsAll(others)
                .contains("alertmanager");
    }

    @Test
    void with_a_mail_server_there_is_no_mailbox() {
        assertThat(names(parts(Optional.empty()))).contains("mailbox");
        assertThat(names(parts(Optional.of(Mail.into("mail.example.org:587"))))).doesNotContain("mailbox");
    }

    @Test
    void prometheus_reads_the_rules_of_the_checkout_and_the_targets_of_this_platform() throws IOException {
        new Monitoring(setting, TOOLS, Optional.empty()).configure();
        new Monitoring(setting, TOOLS, Optional.empty()).configure();

        var laidOut = setting.folder().configuration("prometheus");
        assertThat(laidOut.resolve("prometheus.yml").toRealPath())
                .isEqualTo(setting.home()
                        .configuration("prometheus", "prometheus.yml")
                        .toRealPath());
        assertThat(laidOut.resolve("rules")).isSymbolicLink();
        JsonNode brokers = new ObjectMapper()
                .readTree(laidOut.resolve("targets/kafka.json").toFile());
        assertThat(StreamSupport.stream(brokers.spliterator(), false)
                        .map(group -> group.path("labels").path("instance").asText() + " "
                                + group.path("labels").path("cluster").asText() + " "
                                + group.path("targets").path(0).asText()))
                .hasSize(6)
                .contains("kafka-0 primary 127.0.0.1:20392", "target-kafka-2 target 127.0.0.1:30394");
    }

    @Test
    void alertmanager_learns_where_mail_goes() throws IOException {
        var mail = Mail.fromEnvironment(Map.of(
                "MARKETPLACE_SMTP_SERVER", "mail.example.org:587", "MARKETPLACE_MAIL_TO", "o'brien@example.org"));

        new Monitoring(setting, TOOLS, mail).configure();

        assertThat(setting.folder().configuration("alertmanager").resolve("alertmanager.yml"))
                .hasContent("smarthost: 'mail.example.org:587'\nto: 'o''brien@example.org'\ntls: true\n");
    }

    @Test
    void without_a_server_in_the_environment_mail_stays_here() throws IOException {
        assertThat(Mail.fromEnvironment(Map.of("MARKETPLACE_SMTP_SERVER", " "))).isEmpty();

        new Monitoring(setting, TOOLS, Optional.empty()).configure();

        assertThat(setting.folder().configuration("alertmanager").resolve("alertmanager.yml"))
                .content()
                .contains("'127.0.0.1:4025'", "tls: false");
    }

    private Part part(String name, Optional<Mail> server) {
        return parts(server).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Part> parts(Optional<Mail> server) {
        try (var local = new LocalPlatform(setting, new Archives(setting.home()), Clock.systemUTC())) {
            return local.parts(new Monitoring(setting, TOOLS, server));
        }
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(Part::name).toList();
    }

    @Test
    void every_part_that_watches_has_a_log_and_an_address() {
        assertThat(parts(Optional.empty()))
                .filteredOn(
                        part -> List.of("mailbox", "alertmanager", "prometheus").contains(part.name()))
                .hasSize(3)
                .allSatisfy(part -> assertThat(part).isInstanceOfSatisfying(Engine.class, engine -> {
                    assertThat(engine.address()).startsWith("http://127.0.0.1:");
                    assertThat(engine.program().environment())
                            .containsEntry(
                                    "LOG_FILE",
                                    setting.folder().log(part.name()).toString());
                }));
    }
}
