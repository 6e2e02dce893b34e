package marketplace.service.kafka;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;

/** Without Kafka the service is not ready. So it is unless {@code health.kafka} says {@code told} or {@code false}. */
@Singleton
@Readiness
@Requires(property = "health.kafka", notEquals = "false")
@Requires(property = "health.kafka", notEquals = "told")
final class KafkaNeeded extends KafkaHealth {
    KafkaNeeded(final KafkaClients clients) {
        super(clients, HealthStatus.DOWN);
    }
}
