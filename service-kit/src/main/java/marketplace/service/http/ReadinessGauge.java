package marketplace.service.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.async.subscriber.CompletionAwareSubscriber;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthCheckType;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.annotation.Scheduled;
import org.reactivestreams.Subscription;

/** Tells Prometheus what {@code /health/readiness} tells everybody else. */
@Context
class ReadinessGauge {
    private final HealthEndpoint health;
    private volatile boolean ready;

    ReadinessGauge(final HealthEndpoint health, final MeterRegistry meters) {
        this.health = health;
        Gauge.builder("marketplace.ready", () -> ready ? 1 : 0)
                .description("Whether the service can do its work")
                .register(meters);
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "5s")
    void look() {
        health.getHealth(null, HealthCheckType.READINESS).subscribe(new Answer());
    }

    /** What is not answered, or with a failure, is no yes. */
    private final class Answer extends CompletionAwareSubscriber<HealthResult> {
        private boolean up;

        @Override
        protected void doOnSubscribe(final Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        protected void doOnNext(final HealthResult result) {
            up = !HealthStatus.DOWN.equals(result.getStatus());
        }

        @Override
        protected void doOnError(final Throwable failure) {
            ready = false;
        }

        @Override
        protected void doOnComplete() {
            ready = up;
        }
    }
}
