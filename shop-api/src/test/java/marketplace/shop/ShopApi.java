package marketplace.shop;

import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines, spoken to over HTTP. */
final class ShopApi extends HttpApi implements AutoCloseable {
    private final Service service;

    private ShopApi(final Service service) {
        super(service.url());
        this.service = service;
    }

    static ShopApi on(final RunningEngines engines) {
        return on(engines, Map.of());
    }

    static ShopApi on(final RunningEngines engines, final Map<String, Object> settings) {
        final Map<String, Object> all = engines.serviceSettings(Cluster.PRIMARY, "shop-api");
        all.putAll(settings);
        return new ShopApi(Service.start(Application.class, all));
    }

    @Override
    public void close() {
        service.close();
    }
}
