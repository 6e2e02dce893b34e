package marketplace.local.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The command line behind {@code ./marketplace}. */
@Command(
        name = "marketplace",
        description = "A marketplace analytics platform on this machine: two secured Kafka clusters, a schema registry,"
                + " a mirror, Kafka Connect.",
        mixinStandardHelpOptions = true,
        version = "marketplace 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExit status:%n",
        footer = {
            "  0  done",
            "  1  it failed; the last line on standard error says what",
            "  2  the command line is wrong",
            "  3  no platform is running",
            "  4  something stands in the way of a start; a line for each",
            "",
            "First steps:",
            "  ./marketplace up          starts everything and stays; Ctrl-C stops it",
            "  ./marketplace status      what runs, in another terminal",
        },
        subcommands = {
            UpCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StartCommand.class,
            StopCommand.class,
            KillCommand.class,
            DownCommand.class,
            MailCommand.class,
            CatalogueCommand.class,
            SecretsCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
        })
public final class Marketplace implements Runnable {
    static final int FAILED = 1;
    static final int NOT_RUNNING = 3;
    static final int IN_THE_WAY = 4;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "launcher-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Marketplace())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    }

    private static int report(Exception failure) throws Exception {
        if (failure instanceof IOException) {
            System.err.println(failure.getMessage());
            return FAILED;
        }
        throw failure;
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
