package marketplace.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import marketplace.tool.load.Http;

/** An index of Elasticsearch, or the alias of one. */
public final class Index {
    /** What Elasticsearch writes into the settings of an index itself, and nobody else may. */
    private static final List<String> NOT_TO_BE_SET =
            List.of("uuid", "creation_date", "provided_name", "version", "routing");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final String elasticsearch;
    private final String name;

    public Index(final Http http, final String elasticsearch, final String name) {
        this.http = http;
        this.elasticsearch = elasticsearch;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** How many documents were written since it was made, each time counted; known at once, before any refresh. */
    public long written() throws IOException, InterruptedException {
        return http.ask(Http.get(elasticsearch + "/" + name + "/_stats/indexing"))
                .at("/_all/primaries/indexing/index_total")
                .asLong();
    }

    /** Makes all that was written be found. */
    public void refresh() throws IOException, InterruptedException {
        http.ask(Http.post(elasticsearch + "/" + name + "/_refresh", Http.JSON, new byte[0]));
    }

    /** How many documents can be found. */
    long count() throws IOException, InterruptedException {
        return http.ask(Http.get(elasticsearch + "/" + name + "/_count"))
                .path("count")
                .asLong();
    }

    /** Makes one with the same mapping and settings; one that a killed run left behind is deleted first. */
    Index emptyCopy(final String copy) throws IOException, InterruptedException {
        final JsonNode model =
                http.ask(Http.get(elasticsearch + "/" + name)).elements().next();
        final ObjectNode settings = model.at("/settings/index").deepCopy();
        settings.remove(NOT_TO_BE_SET);
        final ObjectNode definition = JSON.createObjectNode();
        definition.putObject("settings").set("index", settings);
        definition.set("mappings", model.path("mappings"));
        final Index made = new Index(http, elasticsearch, copy);
        made.delete();
        http.ask(Http.with(
                "PUT",
                elasticsearch + "/" + copy,
                Http.JSON,
                definition.toString().getBytes(StandardCharsets.UTF_8)));
        return made;
    }

    void delete() throws IOException, InterruptedException {
        http.ask(Http.delete(elasticsearch + "/" + name + "?ignore_unavailable=true"));
    }
}
