package marketplace.catalogue;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the catalogue. */
@Command(
        name = "catalogue",
        description = "Applies the contract to Kafka clusters and the schema registry: topics, users, rights, schemas.",
        subcommands = {ApplyCommand.class, DocsCommand.class, MirrorTopicsCommand.class})
public final class Main implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int DIFFERENT = 3;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: apply, docs or mirror-topics");
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "catalogue-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> failed(failure, commandLine));
    }

    private static int failed(Exception failure, CommandLine commandLine) throws Exception {
        if (!(failure instanceof CatalogueException unusable)) {
            throw failure;
        }
        PrintWriter err = commandLine.getErr();
        unusable.problems().forEach(err::println);
        err.flush();
        return FAILED;
    }
}
