package marketplace.service.kafka;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.reactivestreams.Publisher;

/** Whether the cluster answers this service. */
abstract class KafkaHealth implements HealthIndicator {
    private static final String NAME = "kafka";
    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;
    private final HealthStatus withoutIt;

    /**
     * Asks with a client of its own.
     *
     * @param withoutIt how the service does if the cluster does not answer
     */
    KafkaHealth(final KafkaClients clients, final HealthStatus withoutIt) {
        this.admin = clients.admin("health");
        this.withoutIt = withoutIt;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(ask());
    }

    /** Asks the cluster; answers within seconds. What is answered can be given a time limit, as Kafka's own cannot. */
    @SuppressWarnings("FutureReturnValueIgnored") // Its end is told.
    final CompletableFuture<HealthResult> ask() {
        final CompletableFuture<HealthResult> result = new CompletableFuture<>();
        admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                .nodes()
                .whenComplete((nodes, failure) -> result.complete(
                        failure == null
                                ? HealthResult.builder(NAME, HealthStatus.UP)
                                        .details(Map.of("brokers", nodes.size()))
                                        .build()
                                : without(failure.getMessage())));
        return result;
    }

    /** What is told of a cluster that does not answer. */
    final HealthResult without(final String why) {
        return HealthResult.builder(NAME, withoutIt)
                .details(Map.of("error", why))
                .build();
    }

    @PreDestroy
    void close() {
        admin.close(Duration.ZERO);
    }
}
