package marketplace.recommendations;

import java.io.PrintStream;
import java.time.Clock;
import marketplace.recommendations.publish.KafkaSettings;
import marketplace.recommendations.publish.Publisher;
import marketplace.recommendations.signals.EventFile;
import marketplace.recommendations.signals.Lake;
import marketplace.recommendations.signals.Signals;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The job as a process: what it has to tell stands on standard output as lines of JSON, everything else on standard
 * error. It leaves with status 0 if it is done, 1 if it failed, 2 if the command line is wrong.
 */
public final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Job() {}

    public static void main(final String[] arguments) {
        final PrintStream out = System.out;
        // Whatever a library prints must not stand between our lines.
        System.setOut(System.err);
        final int status = run(arguments, new Lines(out));
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(final String[] arguments, final Lines lines) {
        final Options options = new Options();
        final CommandLine command = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            command.parseArgs(arguments);
            if (command.isUsageHelpRequested()) {
                command.usage(System.err);
                return 0;
            }
            options.check();
        } catch (final ParameterException e) {
            lines.error(e.getMessage());
            return MISUSED;
        }
        try (SparkSession spark = Session.start(options)) {
            lines.result(new Run(options, source(options, spark), publisher(options), lines, Clock.systemUTC()).run());
            return 0;
        } catch (final Exception e) {
            LOG.error("The run failed", e);
            lines.error(Cause.of(e));
            return FAILED;
        }
    }

    private static Signals source(final Options options, final SparkSession spark) {
        return options.events()
                .<Signals>map(file -> new EventFile(spark, file))
                .orElseGet(() -> new Lake(spark, options.namespace(), options.weights()));
    }

    private static Publisher publisher(final Options options) {
        return new Publisher(KafkaSettings.of(System.getenv()), options.topic());
    }
}
