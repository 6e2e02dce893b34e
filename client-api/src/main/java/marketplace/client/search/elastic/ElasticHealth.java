package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;

/**
 * Whether Elasticsearch answers. That there is no index of products yet is said, and does not count against readiness:
 * it is so until the first products come.
 */
@Singleton
@Readiness
final class ElasticHealth implements HealthIndicator {
    private static final String NAME = "elasticsearch";

    private final ElasticsearchAsyncClient client;
    private final String index;
    private final Duration patience;

    ElasticHealth(
            final ElasticsearchAsyncClient client,
            @Value("${search.index}") final String index,
            @Value("${search.patience}") final Duration patience) {
        this.client = client;
        this.index = index;
        this.patience = patience;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        final CompletableFuture<HealthResult> answer = client.indices()
                .exists(exists -> exists.index(index))
                .copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((exists, failure) -> failure == null
                        ? result(HealthStatus.UP, Map.of("index", exists.value() ? "there" : "missing"))
                        : result(HealthStatus.DOWN, Map.of("error", String.valueOf(failure))));
        return Publishers.fromCompletableFuture(answer);
    }

    private static HealthResult result(final HealthStatus status, final Map<String, Object> details) {
        return HealthResult.builder(NAME, status).details(details).build();
    }
}
