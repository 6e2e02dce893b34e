package marketplace.hadoop.upkeep;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How tables are kept up. The README has the table.
 *
 * @param interval between rounds
 * @param smallFiles how many small files of one day are made one
 * @param snapshots for how long old versions of a table can be read
 * @param orphans after what time a file counts as forgotten that no version refers to
 * @param versions after what time the description of an old version is forgotten
 */
@ConfigurationProperties("upkeep")
record UpkeepSettings(
        Duration interval, @Min(2) int smallFiles, Duration snapshots, Duration orphans, Duration versions) {}
