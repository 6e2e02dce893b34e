package marketplace.hadoop.export;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import marketplace.service.waiting.Waiting;
import org.reactivestreams.Publisher;

/** Whether every topic finds its way into its table. A short wait is in order, and told; a long one is not. */
@Singleton
@Readiness
final class ExportHealth implements HealthIndicator {
    private static final String NAME = "export";

    private final Exports exports;
    private final ExportSettings settings;
    private final Clock clock;

    ExportHealth(final Exports exports, final ExportSettings settings, final Clock clock) {
        this.exports = exports;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        boolean up = true;
        final Map<String, Object> details = new LinkedHashMap<>();
        for (final ExportProgress export : exports.progress()) {
            details.put(export.topic(), details(export));
            up &= isWell(export);
        }
        return Publishers.just(HealthResult.builder(NAME, up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }

    private boolean isWell(final ExportProgress export) {
        return export.died().isEmpty()
                && export.stopped().isEmpty()
                && export.partitions() >= 0
                && export.waiting().filter(this::isTooLong).isEmpty();
    }

    private boolean isTooLong(final Waiting.Wait wait) {
        return wait.since().plus(settings.patience()).isBefore(clock.instant());
    }

    private static Map<String, Object> details(final ExportProgress export) {
        final Map<String, Object> details = new LinkedHashMap<>();
        details.put("partitions", export.partitions() < 0 ? "none assigned yet" : export.partitions());
        export.died().ifPresent(cause -> details.put("died", cause));
        export.stopped().ifPresent(why -> details.put("stopped", why));
        export.waiting().ifPresent(wait -> {
            details.put("waiting_since", wait.since().toString());
            details.put("waiting_for", wait.reason());
        });
        return details;
    }
}
