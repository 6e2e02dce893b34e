package marketplace.streams;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import marketplace.streams.engine.StreamHealth;
import org.reactivestreams.Publisher;

/** Whether every thread processes. */
@Singleton
@Readiness
final class ProcessingHealth implements HealthIndicator {
    private final StreamProcessing processing;

    ProcessingHealth(final StreamProcessing processing) {
        this.processing = processing;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        final StreamHealth health = processing.health();
        return Publishers.just(HealthResult.builder("streams", health.isReady() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of(
                        "state", health.state().name(),
                        "threads", health.alive() + " of " + health.wanted(),
                        "failed", health.pausing()))
                .build());
    }
}
