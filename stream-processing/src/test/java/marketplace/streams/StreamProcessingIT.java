package marketplace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.service.Service;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.HttpApi;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is started, spoken to over HTTP. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
class StreamProcessingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final RunningEngines engines;

    StreamProcessingIT(final RunningEngines engines) {
        this.engines = engines;
    }

    @Test
    void it_says_that_it_is_ready_when_every_thread_processes_and_is_measured() {
        final Map<String, Object> settings = settings();
        try (Service service = Service.start(Application.class, settings)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            get(service, "/health/readiness").body())
                    .contains("\"state\":\"RUNNING\"", "\"threads\":\"1 of 1\""));

            assertThat(get(service, "/health/readiness").statusCode()).isEqualTo(200);
            assertThat(get(service, "/prometheus").body()).contains("kafka_stream_");
        }
    }

    @Test
    void it_is_alive_but_not_ready_when_it_may_not_read_its_topics() {
        final Map<String, Object> settings = settings();
        engines.clientSettings(Cluster.PRIMARY, "client-api")
                .forEach((key, value) -> settings.put("kafka." + key, value));
        try (Service service = Service.start(Application.class, settings)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(service, "/health/readiness").body()).contains("\"failed\":1"));

            assertThat(get(service, "/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(service, "/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    private Map<String, Object> settings() {
        final Map<String, Object> settings = engines.serviceSettings(Cluster.PRIMARY, "stream-processing");
        settings.put("kafka.state.dir", folder.toString());
        return settings;
    }

    private static HttpResponse<String> get(final Service service, final String path) {
        return new HttpApi(service.url()).get(path);
    }
}
