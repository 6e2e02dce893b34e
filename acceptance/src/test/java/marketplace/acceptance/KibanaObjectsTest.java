package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import marketplace.local.layout.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is brought into Kibana: it asks only for what the indexes have. */
class KibanaObjectsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ASKED_FOR = Pattern.compile("([a-z_.]+) *[:<>]");

    static List<JsonNode> objects() throws IOException {
        var objects = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(home("compose", "kibana", "saved-objects.ndjson"))) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    @Test
    void every_index_has_a_data_view_with_its_time() throws IOException {
        var times = new TreeMap<String, String>();
        for (JsonNode view : ofType("index-pattern")) {
            times.put(text(view, "title"), text(view, "timeFieldName"));
        }
        try (Stream<Path> files = Files.list(indexes())) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(times.keySet());
        }
        for (Map.Entry<String, String> time : times.entrySet()) {
            assertThat(fields(time.getKey())).containsEntry(time.getValue(), "date");
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void what_it_asks_for_is_a_field_of_the_index(JsonNode object) throws IOException {
        for (JsonNode reference : object.path("references")) {
            if (reference.path("type").asText().equals("index-pattern")) {
                assertThat(fields(reference.path("id").asText()).keySet())
                        .as(object.path("id").asText())
                        .containsAll(askedFor(object.path("attributes")));
            }
        }
    }

    @Test
    void what_refers_to_something_finds_it() throws IOException {
        var known = objects().stream()
                .map(object ->
                        object.path("type").asText() + " " + object.path("id").asText())
                .toList();
        assertThat(known).doesNotHaveDuplicates();
        for (JsonNode object : objects()) {
            for (JsonNode reference : object.path("references")) {
                assertThat(known)
                        .contains(reference.path("type").asText() + " "
                                + reference.path("id").asText());
            }
        }
    }

    @Test
    void there_is_a_search_to_begin_with_and_a_dashboard_whose_panels_are_there() throws IOException {
        assertThat(ofType("search")).isNotEmpty();
        var dashboards = ofType("dashboard");
        assertThat(dashboards).hasSize(1);
        var references = new TreeSet<String>();
        dashboards
                .get(0)
                .path("references")
                .forEach(reference -> references.add(reference.path("name").asText()));
        for (JsonNode panel : JSON.readTree(text(dashboards.get(0), "panelsJSON"))) {
            assertThat(references)
                    .contains(panel.path("panelIndex").asText() + ":"
                            + panel.path("panelRefName").asText());
        }
    }

    private static List<JsonNode> ofType(String type) throws IOException {
        return objects().stream()
                .filter(object -> object.path("type").asText().equals(type))
                .toList();
    }

    private static String text(JsonNode object, String attribute) {
        return object.path("attributes").path(attribute).asText();
    }

    /** The fields that a saved search or a visualisation names: columns, order, aggregations, queries. */
    private static Set<String> askedFor(JsonNode attributes) throws IOException {
        var fields = new TreeSet<String>();
        attributes.path("columns").forEach(column -> fields.add(column.asText()));
        attributes.path("sort").forEach(order -> fields.add(order.path(0).asText()));
        addQuery(
                fields,
                JSON.readTree(attributes
                                .path("kibanaSavedObjectMeta")
                                .path("searchSourceJSON")
                                .asText())
                        .path("query"));
        for (JsonNode aggregation :
                JSON.readTree(attributes.path("visState").asText("{}")).path("aggs")) {
            var parameters = aggregation.path("params");
            if (parameters.has("field")) {
                fields.add(parameters.path("field").asText());
            }
            parameters.path("filters").forEach(filter -> addQuery(fields, filter.path("input")));
        }
        return fields;
    }

    private static void addQuery(Set<String> fields, JsonNode query) {
        ASKED_FOR.matcher(query.path("query").asText()).results().forEach(found -> fields.add(found.group(1)));
    }

    /** The fields of an index with their types. */
    private static Map<String, String> fields(String index) throws IOException {
        var fields = new TreeMap<String, String>();
        var definition = JSON.readTree(indexes().resolve(index + ".json").toFile());
        add(fields, "", definition.path("mappings").path("properties"));
        return fields;
    }

    private static void add(Map<String, String> fields, String before, JsonNode properties) {
        properties.properties().forEach(property -> {
            var name = before + property.getKey();
            fields.put(name, property.getValue().path("type").asText("object"));
            add(fields, name + ".", property.getValue().path("properties"));
            add(fields, name + ".", property.getValue().path("fields"));
        });
    }

    private static Path indexes() {
        return home("schemas", "src", "main", "resources", "indexes");
    }

    private static Path home(String first, String... more) {
        return Home.ofThisProcess().configuration(first, more);
    }
}
