package marketplace.hadoop.recommendations;

import io.micronaut.context.annotation.ConfigurationProperties;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/**
 * How the job is run. The README has the table.
 *
 * @param home the folder that the build laid out: the job's jar, and in {@code jars} what it needs
 * @param java the Java to run it with; empty for this service's own
 * @param heap of its process; with a cluster as the master that of the driver
 * @param master where Spark works
 * @param smallRows up to how many rows of all tables together a run on this machine is made for a quick start and not for
 *     hard work
 * @param archive the file that keeps the job's classes from run to run; empty for none
 * @param saslJaasConfig as whom it publishes; empty for as this service
 * @param every how often it runs by itself; zero for never
 * @param longest how long a run may take
 * @param longestWait how long a request waits for one
 */
@ConfigurationProperties("recommendations")
public record JobSettings(
        @NotBlank String home,
        String java,
        @NotBlank String heap,
        @NotBlank String master,
        long smallRows,
        String archive,
        String saslJaasConfig,
        Duration every,
        Duration longest,
        Duration longestWait) {}
