package marketplace.indexer.feed;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import marketplace.indexer.sources.Source;
import marketplace.indexer.sources.Sources;
import org.apache.kafka.common.TopicPartition;

/** Tells who looks after the indexes which of them are this instance's to look after. */
final class Ownerships {
    private static final Map<String, String> FAMILIES = Sources.all().stream()
            .collect(Collectors.toMap(source -> source.topic().name(), Source::family));

    private final Ownership ownership;

    Ownerships(final Ownership ownership) {
        this.ownership = ownership;
    }

    void acquired(final Collection<TopicPartition> partitions) {
        each(partitions, ownership::acquired);
    }

    void lost(final Collection<TopicPartition> partitions) {
        each(partitions, ownership::lost);
    }

    private static void each(final Collection<TopicPartition> partitions, final Consumer<String> family) {
        partitions.stream()
                .filter(partition -> partition.partition() == 0)
                .map(partition -> FAMILIES.get(partition.topic()))
                .forEach(family);
    }
}
