package marketplace.indexer;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines. */
final class SearchIndexer extends HttpApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;

    private final Service service;

    private SearchIndexer(final Service service) {
        super(service.url());
        this.service = service;
    }

    static SearchIndexer on(final RunningEngines engines, final Map<String, Object> settings) {
        final Map<String, Object> all = engines.serviceSettings(Cluster.TARGET, "search-indexer");
        all.put("elasticsearch.http-hosts", engines.elasticsearchUrl());
        all.putAll(settings);
        return new SearchIndexer(Service.start(Application.class, all));
    }

    Service service() {
        return service;
    }

    boolean isReady() {
        return get("/health/readiness").statusCode() == 200;
    }

    /** A rebuild as it ended. */
    JsonNode rebuild(final String family) {
        final JsonNode begun = json(await().atMost(PATIENCE)
                .until(() -> post("/indexes/" + family + "/rebuild"), answer -> answer.statusCode() == ACCEPTED)
                .body());
        final String path = "/rebuilds/" + begun.path("run_id").asText();
        return await().atMost(PATIENCE).until(() -> json(get(path).body()), run -> !run.path("state")
                .asText()
                .equals("running"));
    }

    private static JsonNode json(final String text) {
        try {
            return JSON.readTree(text);
        } catch (final IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
