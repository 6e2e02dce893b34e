package marketplace.acceptance.platform;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import marketplace.catalogue.Cluster;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics of one cluster in a thread of its own, and remembers the last records. */
final class ClusterWatch {
    private static final int REMEMBERED = 50_000;

    private final Cluster cluster;
    private final Deque<Sighting> remembered = new ArrayDeque<>();
    private final TailReader<byte[]> reader;

    private ClusterWatch(final Cluster cluster, final Consumer<String, byte[]> consumer, final List<String> topics) {
        this.cluster = cluster;
        this.reader =
                TailReader.start("The topics of the " + cluster.label() + " cluster", consumer, topics, this::remember);
    }

    static ClusterWatch start(final Cluster cluster, final Map<String, Object> client, final List<String> topics) {
        final Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("fetch.max.wait.ms", 100);
        return new ClusterWatch(
                cluster, new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topics);
    }

    private void remember(final ConsumerRecord<String, byte[]> record) {
        synchronized (remembered) {
            remembered.addLast(new Sighting(cluster, record));
            if (remembered.size() > REMEMBERED) {
                remembered.removeFirst();
            }
        }
    }

    void awaitReady() throws IOException, InterruptedException {
        reader.awaitReady();
    }

    List<Sighting> seen(final Predicate<Sighting> wanted) throws IOException {
        reader.check();
        synchronized (remembered) {
            return remembered.stream().filter(wanted).toList();
        }
    }

    void close() {
        reader.close();
    }
}
