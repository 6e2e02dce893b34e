package marketplace.hadoop.export;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import marketplace.hadoop.lake.Batch;

/** What is counted: records by what became of them, commits and how long they took, how much is left to read. */
@Singleton
final class Measures {
    private final MeterRegistry registry;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();

    Measures(final MeterRegistry registry) {
        this.registry = registry;
    }

    Topic of(final String topic) {
        return topics.computeIfAbsent(topic, Topic::new);
    }

    /** Tells from now on whether the export of a topic goes on by itself: one that waits for something does. */
    void watch(final String topic, final Supplier<ExportProgress> progress) {
        Gauge.builder("export.running", () -> goesOn(progress.get()) ? 1 : 0)
                .description("Whether the export of a topic goes on by itself; 0 is for people to look at")
                .tag("topic", topic)
                .register(registry);
    }

    private static boolean goesOn(final ExportProgress export) {
        return export.died().isEmpty() && export.stopped().isEmpty();
    }

    /** The measures of one topic. */
    final class Topic {
        private final Counter exported;
        private final Counter deadLetters;
        private final Counter bytes;
        private final Timer commits;
        private final AtomicLong lag = new AtomicLong();
        private final AtomicLong turn = new AtomicLong();

        private Topic(final String topic) {
            exported = records(topic, "exported");
            deadLetters = records(topic, "dead_letter");
            bytes = Counter.builder("export.bytes")
                    .description("Bytes of the records that are in the table, as they were on the topic")
                    .tag("topic", topic)
                    .register(registry);
            commits = Timer.builder("export.commits")
                    .description("Commits, from the closing of their files to the moment that they were visible")
                    .tag("topic", topic)
                    .register(registry);
            Gauge.builder("export.turn.time", turn, AtomicLong::get)
                    .description("When the export last looked for records, in seconds since 1970: long ago if it hangs")
                    .baseUnit("seconds")
                    .tag("topic", topic)
                    .register(registry);
            Gauge.builder("export.lag", lag, AtomicLong::get)
                    .description("Records on the topic that have not been read")
                    .tag("topic", topic)
                    .register(registry);
        }

        private Counter records(final String topic, final String result) {
            return Counter.builder("export.records")
                    .description("Records that have been dealt with, by what became of them")
                    .tag("topic", topic)
                    .tag("result", result)
                    .register(registry);
        }

        void committed(final Batch.Written written, final Duration took) {
            exported.increment((double) written.records());
            bytes.increment((double) written.bytes());
            commits.record(took);
        }

        void putAside() {
            deadLetters.increment();
        }

        void turns(final Instant now) {
            turn.set(now.getEpochSecond());
        }

        void lag(final long records) {
            lag.set(records);
        }
    }
}
