package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketplace.local.layout.Home;
import marketplace.local.tools.ToolSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** The alerts: each tells people what they need, and does what its tests say. */
class AlertRulesTest {
    private static final Home HOME = Home.ofThisProcess();
    private static final Path RULES = HOME.configuration("prometheus", "rules");
    private static final Path TESTS = HOME.configuration("prometheus", "tests");
    private static final int PATIENCE_SECONDS = 120;

    static List<Map<String, Object>> alerts() throws IOException {
        var alerts = new ArrayList<Map<String, Object>>();
        for (Path file : yamlFiles(RULES)) {
            for (Map<String, Object> group : children(read(file), "groups")) {
                children(group, "rules").stream()
                        .filter(rule -> rule.containsKey("alert"))
                        .forEach(alerts::add);
            }
        }
        return alerts;
    }

    @Test
    void there_are_alerts_each_of_its_own_name() throws IOException {
        assertThat(alerts())
                .extracting(alert -> alert.get("alert"))
                .hasSizeGreaterThan(15)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_says_how_bad_it_is_what_happened_and_what_to_do(Map<String, Object> alert) throws IOException {
        var name = (String) alert.get("alert");
        assertThat(child(alert, "labels").get("severity")).isIn("critical", "warning");
        assertThat((String) child(alert, "annotations").get("summary")).endsWith(".");
        assertThat(child(alert, "annotations"))
                .containsEntry("runbook", "alertmanager/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
        assertThat(Files.readAllLines(HOME.configuration("alertmanager", "RUNBOOK.md")))
                .contains("## " + name);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void one_lost_answer_neither_fires_nor_resolves_an_alert(Map<String, Object> alert) {
        assertThat(alert).containsKeys("for", "keep_firing_for");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_is_tried_both_ways(Map<String, Object> alert) throws IOException {
        var tries = new ArrayList<Map<String, Object>>();
        for (Path file : yamlFiles(TESTS)) {
            for (Map<String, Object> test : children(read(file), "tests")) {
                children(test, "alert_rule_test").stream()
                        .filter(each -> each.get("alertname").equals(alert.get("alert")))
                        .forEach(tries::add);
            }
        }
        assertThat(tries).as("where it fires").anyMatch(each -> each.containsKey("exp_alerts"));
        assertThat(tries).as("where it does not").anyMatch(each -> !each.containsKey("exp_alerts"));
    }

    @Test
    void the_rules_do_what_their_tests_say() throws Exception {
        var command = new ArrayList<>(List.of(promtool(), "test", "rules"));
        yamlFiles(TESTS).forEach(file -> command.add(file.toString()));

        run(command);
    }

    @Test
    void prometheus_understands_its_configuration() throws Exception {
        run(List.of(
                promtool(),
                "check",
                "config",
                HOME.configuration("prometheus", "prometheus.yml").toString()));
    }

    private static String promtool() throws InterruptedException {
        Optional<Path> promtool = Optional.empty();
        var why = "there is no promtool";
        try {
            promtool = ToolSearch.on(HOME).find().promtool();
        } catch (IOException none) {
            why = none.getMessage();
        }
        assumeThat(promtool).as("The rules are not tried: " + why).isPresent();
        return promtool.orElseThrow().toString();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var said = Files.createTempFile(Files.createDirectories(Path.of("target")), "promtool", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } finally {
            Files.delete(said);
        }
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Object> read(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> children(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.getOrDefault(name, List.of());
    }
}
