package marketplace.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import marketplace.bench.kafka.Settling;
import marketplace.bench.measure.Json;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.measure.Tables;
import marketplace.bench.serializer.SerializerBenchmark;
import marketplace.tool.console.Interruption;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.MarketplaceScript;
import marketplace.tool.platform.NotRunningException;
import marketplace.tool.platform.Platform;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the benchmarks. */
@Command(
        name = "bench",
        description = {
            "Measures the platform that runs, each figure beside a limit that is measured in the same run, in turns with"
                    + " it. Nothing fails by a figure.",
            "",
            "Run it where the marketplace has nothing else to do, best on a data folder of its own: it stops parts that"
                    + " would disturb and starts them again, it publishes products called bench-… and takes them out again,"
                    + " and their versions stay in the history of the topics.",
            ""
        },
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;
    private static final int FAILED = 1;
    private static final String SERIALIZER = "serializer";

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            completionCandidates = Names.class,
            description = "What to measure: ${COMPLETION-CANDIDATES}. Default: all.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MARKETPLACE_DATA}",
            description =
                    "The data folder of the platform. Default: .marketplace in the checkout, or MARKETPLACE_DATA.")
    private Path data;

    @Option(
            names = "--size",
            paramLabel = "N",
            split = ",",
            description = "How much at a time, such as 1000,10000. Default: three sizes, ten times apart.")
    private List<Long> sizes = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "N", description = "How often at each size. Default: 3.")
    private Integer pairs;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events or queries a second, where load is kept up. Default: each benchmark's own.")
    private Integer rate;

    @Option(names = "--quick", description = "Only to see that all works: a hundredth of each size, one pair.")
    private boolean quick;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Option(
            names = "--jmh",
            paramLabel = "OPTIONS",
            defaultValue = "",
            description = "JMH's own options for the serializer, such as --jmh='-f 3 -i 10'.")
    private String jmh;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** Runs what is asked for, and leaves with 0, or 1 if it failed, 2 for a wrong command line, 3 with no platform. */
    public static void main(final String[] arguments) {
        System.exit(commandLine(new Bench()).execute(arguments));
    }

    static CommandLine commandLine(final Bench bench) {
        return new CommandLine(bench).setExecutionExceptionHandler((failure, command, parsed) -> bench.report(failure));
    }

    /** The names of all benchmarks. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }

        private static Stream<String> all() {
            return Stream.concat(
                    Stream.of(SERIALIZER), Arrays.stream(Benchmark.values()).map(Benchmark::label));
        }
    }

    private int report(final Exception failure) throws Exception {
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        final Optional<String> unknown = names.stream()
                .filter(name -> Names.all().noneMatch(name::equals))
                .findFirst();
        if (unknown.isPresent()) {
            err.println("There is no benchmark " + unknown.get() + ": there are "
                    + String.join(", ", Names.all().toList()) + ".");
            return CommandLine.ExitCode.USAGE;
        }
        final Progress progress = Progress.ofThisProcess(err);
        final List<Result> results = measure(progress);
        progress.end();
        out.println(json ? Json.of(results) : Tables.of(results).stripTrailing());
        return 0;
    }

    private List<Result> measure(final Progress progress) throws IOException, InterruptedException {
        final Plan plan = new Plan(sizes, quick, optional(pairs), optional(rate));
        final List<Benchmark> onPlatform = Arrays.stream(Benchmark.values())
                .filter(benchmark -> isWanted(benchmark.label()))
                .toList();
        final List<Result> results = new ArrayList<>();
        final Optional<Platform> platform =
                onPlatform.isEmpty() ? Optional.empty() : Optional.of(Platform.running(script(), progress));
        if (isWanted(SERIALIZER)) {
            final List<String> options =
                    jmh.isBlank() ? List.of() : List.of(jmh.strip().split(" +"));
            results.addAll(new SerializerBenchmark(plan, options, progress).run());
        }
        try (Interruption interruption = Interruption.ofThisThread()) {
            for (final Benchmark benchmark : onPlatform) {
                interruption.check();
                new Settling(platform.orElseThrow(), progress).await();
                results.addAll(benchmark.run(platform.orElseThrow(), plan, progress));
            }
        }
        return results;
    }

    private boolean isWanted(final String name) {
        return names.isEmpty() || names.contains(name);
    }

    private MarketplaceScript script() {
        return new MarketplaceScript(
                Path.of(System.getProperty("marketplace.home", "."))
                        .toAbsolutePath()
                        .normalize(),
                Optional.ofNullable(data).filter(folder -> !folder.toString().isBlank()));
    }

    private static OptionalInt optional(final Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
