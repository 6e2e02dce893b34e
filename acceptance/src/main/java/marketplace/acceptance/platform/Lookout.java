package marketplace.acceptance.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.TopicSpec;
import marketplace.tool.platform.Platform;

/**
 * Sees every record that comes onto the topics of both clusters from now on, as the operator: what is committed, as
 * soon as it is. It remembers the last of them only, so whoever waits for a record waits right after what brings it.
 */
public final class Lookout implements AutoCloseable {
    private final Map<Cluster, ClusterWatch> watches = new EnumMap<>(Cluster.class);

    /** Over all topics of the catalogue. Returns when nothing can be missed any more. */
    public Lookout(final Platform platform, final Catalogue catalogue) throws IOException, InterruptedException {
        try {
            for (final Cluster cluster : Cluster.values()) {
                final List<String> topics = catalogue.topicsOn(cluster).stream()
                        .map(TopicSpec::name)
                        .toList();
                watches.put(cluster, ClusterWatch.start(cluster, platform.client(cluster.label(), "operator"), topics));
            }
            for (final ClusterWatch watch : watches.values()) {
                watch.awaitReady();
            }
        } catch (final IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** All records with that key that were seen on a topic, the oldest first. */
    public List<Sighting> seen(final Cluster cluster, final String topic, final String key) throws IOException {
        return watches.get(cluster).seen(sighting -> sighting.topic().equals(topic) && key.equals(sighting.key()));
    }

    /** All records that were seen on a topic, the oldest first. */
    public List<Sighting> seen(final Cluster cluster, final String topic) throws IOException {
        return watches.get(cluster).seen(sighting -> sighting.topic().equals(topic));
    }

    /** The first record with that key and what else is wanted of it; nothing if none comes for that long. */
    public Optional<Sighting> await(
            final Cluster cluster,
            final String topic,
            final String key,
            final Predicate<Sighting> wanted,
            final Duration patience)
            throws IOException, InterruptedException {
        return Waiting.forSight(
                patience,
                () -> seen(cluster, topic, key).stream().filter(wanted).findFirst());
    }

    @Override
    public void close() {
        watches.values().forEach(ClusterWatch::close);
    }
}
