package marketplace.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines, spoken to over HTTP. */
final class ShopApi implements AutoCloseable {
    private final Service service;
    private final HttpClient http = HttpClient.newHttpClient();

    private ShopApi(final Service service) {
        this.service = service;
    }

    static ShopApi on(final RunningEngines engines) {
        return on(engines, Map.of());
    }

    static ShopApi on(final RunningEngines engines, final Map<String, Object> settings) {
        final Map<String, Object> all = new HashMap<>();
        engines.clientSettings(Cluster.PRIMARY, "shop-api").forEach((key, value) -> all.put("kafka." + key, value));
        all.put("schema.registry.url", engines.schemaRegistryUrl());
        all.put("micronaut.server.port", -1);
        all.putAll(settings);
        return new ShopApi(Service.start(Application.class, all));
    }

    String url() {
        return service.url();
    }

    HttpResponse<String> get(final String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(final String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> post(final String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> post(final String path, final String contentType, final BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    HttpRequest.Builder request(final String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path));
    }

    HttpResponse<String> send(final HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("shop-api did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
