package marketplace.service.kafka;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import marketplace.service.http.Degraded;

/** For a service that can do without Kafka for a while: its health tells, and readiness does not depend on it. */
@Singleton
@Requires(property = "health.kafka", value = "told")
final class KafkaTold extends KafkaHealth {
    KafkaTold(final KafkaClients clients) {
        super(clients, Degraded.STATUS);
    }
}
