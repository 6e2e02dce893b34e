package marketplace.hadoop.export;

import java.time.Instant;
import java.util.Optional;
import marketplace.hadoop.lake.Offsets;
import marketplace.service.waiting.Waiting;

/**
 * How the export of a topic stands.
 *
 * @param offsets where its table ends
 * @param records that this process has brought into the table
 * @param bytes that these were on the topic
 * @param lastCommit when the table was committed to last, by this process
 * @param partitions how many of the topic's this instance reads; -1 before the group has given out any
 * @param first whether the topic's first partition is among them: of several instances one has it
 * @param waiting for what it waits, if it does
 * @param stopped why it goes no further until somebody does something
 * @param died what ended it
 */
public record ExportProgress(
        String topic,
        Offsets offsets,
        long records,
        long bytes,
        Optional<Instant> lastCommit,
        int partitions,
        boolean first,
        Optional<Waiting.Wait> waiting,
        Optional<String> stopped,
        Optional<String> died) {}
