package marketplace.hadoop.runs;

import java.util.Collection;
import java.util.Map;

/** Finds out where topics end. */
@FunctionalInterface
interface Ends {
    /**
     * Where topics end now, by topic and partition: the offset after the last record that can be read.
     *
     * @throws EndsUnknownException if the cluster does not say so in time
     */
    Map<String, Map<Integer, Long>> of(Collection<String> topics);

    /** The cluster does not say where topics end. */
    final class EndsUnknownException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndsUnknownException(final Throwable cause) {
            super("Kafka does not say where the topics end: " + cause.getMessage(), cause);
        }
    }
}
