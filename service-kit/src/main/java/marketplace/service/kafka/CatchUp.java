package marketplace.service.kafka;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Somebody's wish that a topic be read as far as it goes now. */
final class CatchUp {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Map<TopicPartition, Long> ends;

    /** Asked by the thread that reads; where the ends are is found out the first time. True if it can be forgotten. */
    boolean isFulfilled(final Consumer<?, ?> consumer, final Collection<TopicPartition> partitions) {
        if (isOver()) {
            return true;
        }
        if (ends == null) {
            ends = consumer.endOffsets(partitions);
        }
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())
                && done.complete(null);
    }

    /** Whether it came true, or nobody waits for it any more. */
    boolean isOver() {
        return done.isDone();
    }

    CompletableFuture<Void> done() {
        return done;
    }
}
