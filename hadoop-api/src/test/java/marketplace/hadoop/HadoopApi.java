package marketplace.hadoop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import marketplace.service.Service;
import marketplace.testing.RunningEngines;

/** The service in this process, on the test's engines. */
final class HadoopApi implements AutoCloseable {
    private final Service service;
    private final HttpClient http = HttpClient.newHttpClient();

    private HadoopApi(final Service service) {
        this.service = service;
    }

    static HadoopApi on(final RunningEngines engines, final Map<String, Object> settings) {
        final Map<String, Object> all = new HashMap<>();
        engines.clientSettings(marketplace.catalogue.Cluster.TARGET, "hadoop-api")
                .forEach((key, value) -> all.put("kafka." + key, value));
        all.put("schema.registry.url", engines.schemaRegistryUrl());
        all.put("lake.warehouse", engines.hdfsUrl() + "/");
        all.put("micronaut.server.port", -1);
        all.putAll(settings);
        return new HadoopApi(Service.start(Application.class, all));
    }

    HttpResponse<String> get(final String path) {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path)).GET());
    }

    HttpResponse<String> post(final String path) {
        return send(HttpRequest.newBuilder(URI.create(service.url() + path)).POST(BodyPublishers.noBody()));
    }

    boolean isReady() {
        return get("/health/readiness").statusCode() == 200;
    }

    private HttpResponse<String> send(final HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (final IOException e) {
            throw new IllegalStateException("hadoop-api did not answer", e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
