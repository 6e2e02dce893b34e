package marketplace.streams.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import marketplace.service.log.LimitedLog;
import marketplace.streams.faults.ThreadReplacement;
import marketplace.streams.trends.SearchStory;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The processing itself: starts, stops, and says how it is. */
public final class StreamEngine implements AutoCloseable {
    private static final Duration ORDERLY = Duration.ofSeconds(8);

    private static final long A_SECOND = 1_000;

    private final int threads;
    private final ThreadReplacement replacement;
    private final PublicationReader publications;
    private final SearchStory searches;
    private final KafkaStreams streams;
    /** Not a clock of Kafka Streams: each of its calls makes a commit, be there anything to commit or not. */
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread made = new Thread(task, "teller");
        made.setDaemon(true);
        return made;
    });

    /**
     * Prepares everything; nothing is read before {@link #start}.
     *
     * @param client settings of a client, security, {@code schema.registry.url} and {@code state.dir}
     *     included, and any key of Kafka Streams that is to be another than the service's default
     * @throws org.apache.kafka.common.config.ConfigException which names the setting that is missing or wrong
     */
    public StreamEngine(final Map<String, ?> client, final StreamSettings settings, final Clock clock) {
        final Properties properties = StreamsProperties.of(client);
        final StreamsConfig config = new StreamsConfig(properties);
        threads = config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG);
        replacement = new ThreadReplacement(clock);
        publications = new PublicationReader(client);
        final LimitedLog products = new LimitedLog(
                LoggerFactory.getLogger("marketplace.streams.products"), Level.INFO, settings.linesPerSecond());
        searches = new SearchStory(LoggerFactory.getLogger("marketplace.streams.searches"), clock);
        streams = new KafkaStreams(
                StreamTopology.of(config, client, publications, settings.window(), products, searches, clock),
                properties);
        streams.setUncaughtExceptionHandler(replacement);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It goes on until the thread is stopped.
    public void start() {
        streams.start();
        teller.scheduleWithFixedDelay(searches::tell, A_SECOND, A_SECOND, TimeUnit.MILLISECONDS);
    }

    /** How the processing is now. */
    public StreamHealth health() {
        return new StreamHealth(
                streams.state(), threads, streams.metadataForLocalThreads().size(), replacement.pausing());
    }

    /** For what measures it. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Stops in an orderly way, within a bounded time; what was not committed is done again at the next start. */
    @Override
    public void close() {
        teller.shutdownNow();
        replacement.stop();
        streams.close(ORDERLY);
        publications.close();
    }
}
