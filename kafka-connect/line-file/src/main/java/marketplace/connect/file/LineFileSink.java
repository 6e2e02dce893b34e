package marketplace.connect.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Appends each record's text to a file as one line, exactly once as long as the file and the {@link Checkpoint} beside it
 * stay together. One task writes one file, however many are allowed.
 */
public final class LineFileSink extends SinkConnector {
    private Map<String, String> settings = Map.of();

    /** For Kafka Connect, which calls {@link #start} next. */
    public LineFileSink() {}

    @Override
    public void start(final Map<String, String> properties) {
        settings = Map.copyOf(properties);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return LineFileTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(final int maxTasks) {
        return List.of(settings);
    }

    @Override
    public ConfigDef config() {
        return LineFileConfig.DEFINITION;
    }

    /** Takes over where somebody told the stopped connector to go on: the file's own record of it would win otherwise. */
    @Override
    public boolean alterOffsets(final Map<String, String> connectorConfig, final Map<TopicPartition, Long> requested) {
        final CheckpointFile file = new CheckpointFile(new LineFileConfig(connectorConfig).file());
        try {
            final var recorded = file.read();
            if (recorded.isPresent()) {
                file.write(recorded.get().movedTo(requested));
            }
        } catch (final IOException e) {
            throw new ConnectException("The offsets in " + file.path() + " cannot be altered: " + e, e);
        }
        return true;
    }

    @Override
    public void stop() {}

    @Override
    public String version() {
        return Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "unversioned");
    }
}
