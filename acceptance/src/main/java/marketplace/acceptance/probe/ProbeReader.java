package marketplace.acceptance.probe;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import marketplace.acceptance.platform.TailReader;
import marketplace.events.ClientEvent;
import marketplace.schemas.Decoded;
import marketplace.schemas.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Sees the events of a probe come onto one cluster, in a thread of its own. */
final class ProbeReader implements AutoCloseable {
    private final String prefix;
    private final AtomicLongArray intended;
    private final Tally tally;
    private final TailReader<Decoded<ClientEvent>> reader;

    /**
     * Begins to read at the end of the topic.
     *
     * @param settings of a client that may read, and where the registry is
     * @param prefix what the ids of the probe's events begin with, before their number
     * @param intended when each event was to be sent
     */
    ProbeReader(
            final Map<String, Object> settings,
            final String prefix,
            final AtomicLongArray intended,
            final Tally tally) {
        this.prefix = prefix;
        this.intended = intended;
        this.tally = tally;
        this.reader = TailReader.start(
                "The events of the probe",
                new KafkaConsumer<>(
                        settings, Topics.CLIENT_EVENTS.keyDeserializer(), Topics.CLIENT_EVENTS.decoder(settings)),
                List.of(Topics.CLIENT_EVENTS.name()),
                record -> see(record.value()));
    }

    private void see(final Decoded<ClientEvent> decoded) {
        if (decoded instanceof final Decoded.Value<ClientEvent> event
                && event.value().getEventId().startsWith(prefix)) {
            final int number = Integer.parseInt(event.value().getEventId().substring(prefix.length()));
            tally.add(number, System.nanoTime() - intended.get(number));
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        reader.awaitReady();
    }

    void check() throws IOException {
        reader.check();
    }

    @Override
    public void close() {
        reader.close();
    }
}
