package marketplace.hadoop.lake;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * Where the tables are, and how they are written. The README has the table.
 *
 * @param catalog the kind of catalogue: {@code hadoop}, or another of Iceberg's
 * @param warehouse where a catalogue of files keeps the tables
 * @param namespace what the tables stand under
 * @param openDays for how many days files are open at once; what is of other days waits in memory
 * @param waitingBytes how much may wait so, and is written and committed beyond that
 * @param fileBytes how large a file may grow
 */
@ConfigurationProperties("lake")
public record LakeSettings(
        @NotBlank String catalog,
        @NotBlank String warehouse,
        @NotBlank String namespace,
        @Min(1) int openDays,
        @Min(1) long waitingBytes,
        @Min(1) long fileBytes) {}
