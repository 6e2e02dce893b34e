package marketplace.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import marketplace.service.kafka.KafkaClients;
import marketplace.streams.engine.StreamEngine;
import marketplace.streams.engine.StreamHealth;
import marketplace.streams.engine.StreamSettings;
import marketplace.streams.trends.TrendWindow;

/** The processing as a part of the service: it starts and stops with it. */
@Context
final class StreamProcessing {
    private final StreamEngine engine;
    private final KafkaStreamsMetrics metrics;

    StreamProcessing(
            final KafkaClients clients,
            @Value("${trends.window}") final Duration window,
            @Value("${trends.grace}") final Duration grace,
            @Value("${story.lines-per-second}") final int linesPerSecond,
            final MeterRegistry meters,
            final Clock clock) {
        engine = new StreamEngine(
                clients.settings(), new StreamSettings(new TrendWindow(window, grace), linesPerSecond), clock);
        metrics = new KafkaStreamsMetrics(engine.streams());
        metrics.bindTo(meters);
        engine.start();
    }

    StreamHealth health() {
        return engine.health();
    }

    @PreDestroy
    void stop() {
        metrics.close();
        engine.close();
    }
}
