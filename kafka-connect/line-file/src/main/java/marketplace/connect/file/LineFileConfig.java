package marketplace.connect.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/** What the sink is told. */
final class LineFileConfig extends AbstractConfig {
    static final String FILE = "file";
    static final String PATIENCE = "disk.patience.ms";

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    FILE,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "The file that lines are appended to. Its folder must be there.")
            .define(
                    PATIENCE,
                    ConfigDef.Type.LONG,
                    60_000L,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "How long a disk that takes nothing is tried again before the task fails.");

    LineFileConfig(final Map<String, String> settings) {
        super(DEFINITION, settings);
    }

    Path file() {
        return Path.of(getString(FILE));
    }

    Duration patience() {
        return Duration.ofMillis(getLong(PATIENCE));
    }
}
