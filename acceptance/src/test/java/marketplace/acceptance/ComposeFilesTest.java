package marketplace.acceptance;

import static marketplace.acceptance.Compose.inCheckout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import marketplace.acceptance.Compose.Service;
import marketplace.local.security.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be known of the stack in containers where no image can be had: that its files fit each other. */
class ComposeFilesTest {
    private static final String FILE = "docker-compose.yaml";
    private static final int MEMORY = 16 * 1024;

    /** The design's, and the mailbox's page. */
    private static final List<Integer> PORTS = List.of(
            19092, 19093, 19094, 29092, 29093, 29094, 8081, 8083, 8085, 8086, 8087, 9200, 9000, 9870, 9060, 9093, 8080,
            5601, 3000, 8025);

    /** Who may be root, and why. */
    private static final Map<String, String> ROOTS = Map.of(
            "secrets", "gives each part what belongs to it alone",
            "folders", "gives new volumes to those who write into them");

    private static final Map<String, String> BUILT_WITH = Map.of(
            "KAFKA_IMAGE", "kafka.version",
            "SCHEMA_REGISTRY_IMAGE", "apicurio.version",
            "ELASTICSEARCH_IMAGE", "elasticsearch.version",
            "KIBANA_IMAGE", "elasticsearch.version",
            "HADOOP_IMAGE", "hadoop.version");

    static Collection<Service> services() throws IOException {
        return Compose.read(FILE).services().values();
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_is_mounted_is_there_and_what_is_started_can_be(Service service) {
        service.mounts().filter(mount -> mount[0].startsWith("./")).forEach(mount -> {
            assertThat(inCheckout(mount[0])).exists();
            assertThat(mount).as("nobody writes into the checkout").endsWith("ro");
            if (service.list("entrypoint").indexOf(mount[1]) == 0 || mount[1].endsWith("/answers")) {
                assertThat(inCheckout(mount[0])).isExecutable();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void who_stays_says_how_it_is_and_comes_back_and_who_does_not_is_over_when_it_is_done(Service service) {
        if (service.isOnce()) {
            assertThat(service.under("healthcheck")).containsEntry("disable", true);
        } else {
            assertThat(service.text("restart")).isEqualTo("unless-stopped");
            assertThat(service.under("healthcheck")).containsKeys("test", "interval", "timeout", "retries");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void nobody_has_more_rights_than_it_needs(Service service) {
        assertThat(service.user().equals("0"))
                .as("it is root: " + ROOTS.get(service.name()))
                .isEqualTo(ROOTS.containsKey(service.name()));
        assertThat(service.user()).matches("[0-9]+");
        assertThat(service.list("cap_drop")).containsExactly("ALL");
        assertThat(service.list("security_opt")).containsExactly("no-new-privileges:true");
    }

    @Test
    void the_default_profile_fits_into_16_gigabytes() throws IOException {
        assertThat(services().stream()
                        .filter(Service::isInDefaultProfile)
                        .mapToInt(Service::megabytes)
                        .sum())
                .isBetween(MEMORY / 2, MEMORY);
    }

    @Test
    void only_the_ports_of_the_design_are_published_and_on_loopback() throws IOException {
        var published = services().stream()
                .flatMap(service -> service.list("ports").stream())
                .toList();

        assertThat(published).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(published)
                .extracting(port -> Integer.valueOf(port.split(":", -1)[1]))
                .containsExactlyInAnyOrderElementsOf(PORTS);
    }

    @ParameterizedTest
    @MethodSource("services")
    void whom_it_waits_for_is_there_and_what_it_waits_for_can_come(Service service) throws IOException {
        var all = Compose.read(FILE).services();
        for (String name : service.list("depends_on")) {
            assertThat(all).containsKey(name);
            assertThat(Compose.child(service.under("depends_on"), name))
                    .containsEntry(
                            "condition", all.get(name).isOnce() ? "service_completed_successfully" : "service_healthy");
            assertThat(all.get(name).isInDefaultProfile() || !service.isInDefaultProfile())
                    .isTrue();
        }
    }

    @Test
    void every_network_and_every_volume_is_declared_and_used() throws IOException {
        var networks = new TreeSet<String>();
        var volumes = new TreeSet<String>();
        for (Service service : services()) {
            networks.addAll(service.list("networks"));
            volumes.addAll(service.namedVolumes());
        }
        assertThat(networks)
                .containsExactlyInAnyOrderElementsOf(Compose.read(FILE).names("networks"));
        assertThat(volumes)
                .containsExactlyInAnyOrderElementsOf(Compose.read(FILE).names("volumes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FILE, "docker-compose.dev.yml", "docker-compose.test.yml"})
    void every_variable_has_a_value(String file) throws IOException {
        assertThat(Compose.environment().keySet())
                .containsAll(Compose.read(file).variablesWithoutDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.dev.yml", "docker-compose.test.yml"})
    void what_is_laid_over_it_is_about_services_that_there_are(String file) throws IOException {
        assertThat(Compose.read(FILE).services().keySet())
                .containsAll(Compose.read(file).services().keySet());
    }

    @Test
    void every_image_has_a_version_and_those_of_engines_have_that_of_the_build() throws IOException {
        var environment = Compose.environment();
        var pom = Files.readString(inCheckout("pom.xml"));
        assertThat(environment.entrySet())
                .filteredOn(entry -> entry.getKey().endsWith("_IMAGE"))
                .allSatisfy(entry -> assertThat(entry.getValue()).matches("[^:]+:v?[0-9]+\\.[0-9].*"));
        BUILT_WITH.forEach((image, version) -> assertThat(pom)
                .contains("<" + version + ">" + environment.get(image).split(":", -1)[1] + "</" + version + ">"));
        Pattern.compile("(?m)^ARG (\\w+_IMAGE)=(.*)$")
                .matcher(Files.readString(inCheckout("Dockerfile")))
                .results()
                .forEach(found -> assertThat(environment).containsEntry(found.group(1), found.group(2)));
    }

    @Test
    void who_gets_secrets_and_volumes_is_who_runs_as_that_user() throws IOException {
        var services = Compose.read(FILE).services();
        for (Recipient part : Recipient.read(inCheckout("compose/parts.properties"))) {
            assertThat(services.get(part.name()).user()).as(part.name()).isEqualTo(Integer.toString(part.user()));
            assertThat(services.get(part.name()).namedVolumes()).contains("secrets");
        }
        var owners = new TreeMap<String, String>();
        services.get("folders").mounts().forEach(mount -> owners.put(mount[0], mount[1].split("/", -1)[2]));
        for (Service service : services.values()) {
            service.namedVolumes().stream()
                    .filter(volume -> owners.containsKey(volume) && !ROOTS.containsKey(service.name()))
                    .forEach(volume -> assertThat(service.user()).as(volume).isEqualTo(owners.get(volume)));
        }
    }

    @Test
    void prometheus_finds_every_part_that_there_should_be_and_where_it_looks_there_is_one() throws IOException {
        var services = Compose.read(FILE).services().keySet();
        for (Map<String, Object> labels : expected()) {
            var targets = new ObjectMapper()
                    .readTree(inCheckout("compose/prometheus/targets/" + labels.get("job") + ".json")
                            .toFile());
            var instances = new TreeMap<String, JsonNode>();
            targets.forEach(
                    group -> instances.put(group.path("labels").path("instance").asText(), group));
            assertThat(instances).containsKey((String) labels.get("instance"));
            assertThat(instances
                            .get((String) labels.get("instance"))
                            .path("labels")
                            .path("cluster")
                            .asText(null))
                    .isEqualTo(labels.get("cluster"));
            instances.values().forEach(group -> assertThat(services)
                    .contains(group.path("targets").path(0).asText().split(":", -1)[0]));
        }
    }

    /** The labels of every part that the rules expect. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> expected() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(inCheckout("prometheus/rules/expected.yml")));
        return ((List<Map<String, Object>>) file.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .map(rule -> Compose.child(rule, "labels"))
                        .toList();
    }
}
