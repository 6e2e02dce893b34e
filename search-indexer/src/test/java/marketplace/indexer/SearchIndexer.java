package marketplace.indexer;

import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines. */
final class SearchIndexer extends HttpApi implements AutoCloseable {
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

    @Override
    public void close() {
        service.close();
    }
}
