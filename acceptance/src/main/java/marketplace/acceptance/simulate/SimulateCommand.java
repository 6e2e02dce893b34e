package marketplace.acceptance.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import marketplace.acceptance.platform.Requests;
import marketplace.acceptance.platform.Which;
import marketplace.tool.console.Interruption;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the traffic of a marketplace that lives. */
@Command(
        name = "simulate",
        description = "Makes the traffic of a marketplace that lives on the platform that runs.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Which which;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "Deeds a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            defaultValue = "1m",
            converter = SpanConverter.class,
            description = "How long: 30s, 5m, 2h. Default: ${DEFAULT-VALUE}.")
    private Duration load;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed is the same shops, clients and deeds. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many clients. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many products. Default: ${DEFAULT-VALUE}.")
    private int products;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        positive("--rate", rate);
        positive("--clients", clients);
        positive("--products", products);
        final Progress progress = Progress.ofThisProcess(err);
        final Simulation simulation =
                new Simulation(new Plan(rate, load), new Requests(which.platform(progress)), new Http(), progress);
        final Assortment assortment = new Assortment(seed, products);
        try (Interruption interruption = Interruption.ofThisThread()) {
            interruption.check();
            final long left = play(simulation, assortment);
            progress.end();
            out.print(summary(simulation.counts(), left));
        }
        return simulation.counts().isMostlyDone() ? 0 : FAILED;
    }

    /** On Ctrl-C it ends in order: no more is sent, and what was sent is waited for and counted. */
    private long play(final Simulation simulation, final Assortment assortment)
            throws IOException, InterruptedException {
        long left = 0;
        try {
            simulation.open(assortment);
            left = simulation.play(new Traffic(seed, assortment, clients));
        } catch (final InterruptedException e) {
            err.println("Broken off.");
        }
        simulation.close();
        return left;
    }

    private void positive(final String option, final int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be 1 or more, not " + value);
        }
    }

    private static String summary(final Counts counts, final long left) {
        return String.format(
                Locale.ROOT,
                "%,d done, %,d refused%s%n%s",
                counts.done(),
                counts.refused(),
                left == 0 ? "" : String.format(Locale.ROOT, ", %,d for which there was no time", left),
                counts.summary());
    }
}
