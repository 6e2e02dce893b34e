package marketplace.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import marketplace.acceptance.demo.DemoCommand;
import marketplace.acceptance.simulate.SimulateCommand;
import marketplace.acceptance.verify.VerifyCommand;
import marketplace.tool.platform.NotRunningException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./marketplace verify}, {@code demo} and {@code simulate}. */
@Command(
        name = "acceptance",
        description = "Tries and shows the platform that runs.",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, DemoCommand.class, SimulateCommand.class})
public final class Acceptance {
    private static final int NOT_RUNNING = 3;
    private static final int FAILED = 1;

    private Acceptance() {}

    /** Runs what is asked for, and leaves with 0, or 1 if it failed, 2 for a wrong command line, 3 with no platform. */
    public static void main(final String[] arguments) {
        System.setProperty("logback.configurationFile", "acceptance-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Acceptance())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    }

    private static int report(final Exception failure) throws Exception {
        final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (failure instanceof NotRunningException) {
            err.println(failure.getMessage());
            return NOT_RUNNING;
        }
        if (failure instanceof InterruptedException || failure instanceof InterruptException) {
            err.println("Broken off.");
            return FAILED;
        }
        if (failure instanceof IOException || failure instanceof KafkaException) {
            err.println(failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
