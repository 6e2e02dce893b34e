package marketplace.service.kafka;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import marketplace.service.http.Degraded;
import org.reactivestreams.Publisher;

/**
 * For a service that can do without Kafka for a while: its health tells, and nobody who asks waits for that. Readiness
 * tells as well, and stays good: a service without Kafka is degraded, not down.
 */
@Singleton
@Requires(property = "health.kafka", value = "told")
final class KafkaTold extends KafkaHealth {
    private static final int SHORT_WHILE_MS = 300;

    private volatile HealthResult lastKnown = without("has not answered yet");

    KafkaTold(final KafkaClients clients) {
        super(clients, Degraded.STATUS);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        final CompletableFuture<HealthResult> answer = ask().thenApply(now -> {
            lastKnown = now;
            return now;
        });
        return Publishers.fromCompletableFuture(
                answer.copy().completeOnTimeout(lastKnown, SHORT_WHILE_MS, TimeUnit.MILLISECONDS));
    }
}
