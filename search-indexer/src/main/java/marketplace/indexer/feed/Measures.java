package marketplace.indexer.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted: documents by what became of them, how long they took, how much is left to read. */
@Singleton
final class Measures {
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    Measures(final MeterRegistry registry, final Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** What can become of a record. */
    enum Result {
        STORED,
        STALE,
        EXPIRED,
        DEAD_LETTER
    }

    Topic of(final String topic) {
        return topics.computeIfAbsent(topic, Topic::new);
    }

    /** What is left to read, by topic; of those that are not named nothing is this instance's. */
    void lags(final Map<String, Long> lags) {
        lags.keySet().forEach(this::of);
        topics.forEach((name, topic) -> topic.lag.set(lags.getOrDefault(name, 0L)));
    }

    /** The measures of one topic. */
    final class Topic {
        private final Map<Result, Counter> results = new ConcurrentHashMap<>();
        private final Timer latency;
        private final AtomicLong lag = new AtomicLong();

        private Topic(final String topic) {
            for (final Result result : Result.values()) {
                results.put(
                        result,
                        Counter.builder("indexer.records")
                                .description("Records that have been dealt with, by what became of them")
                                .tag("topic", topic)
                                .tag("result", result.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            latency = Timer.builder("indexer.latency")
                    .description("From the record's own time to the moment it was stored")
                    .tag("topic", topic)
                    .serviceLevelObjectives(LATENCIES)
                    .register(registry);
            Gauge.builder("indexer.lag", lag, AtomicLong::get)
                    .description("Records on the topic that have not been read or not been dealt with")
                    .tag("topic", topic)
                    .register(registry);
        }

        void count(final Result result) {
            results.get(result).increment();
        }

        /** A document with this time of its record's is stored now. */
        void stored(final long timestamp) {
            count(Result.STORED);
            latency.record(Math.max(0, clock.millis() - timestamp), TimeUnit.MILLISECONDS);
        }
    }
}
