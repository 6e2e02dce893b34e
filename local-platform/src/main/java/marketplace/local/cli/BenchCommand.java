package marketplace.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = {
            "Measures the running platform, each figure beside a limit that is measured in the same run. Without a NAME"
                    + " all benchmarks, one after the other.",
            "",
            "Run it where the marketplace has nothing else to do, best on a data folder of its own: parts that would"
                    + " disturb are stopped for the time being, and products called bench-… are published and taken out again.",
            ""
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final String NEEDS_NO_PLATFORM = "serializer";
    /** What only sends and counts is not to take the time for optimising itself away from what answers it. */
    private static final Set<String> ONLY_SEND = Set.of("search", "serving", "visible");

    @Mixin
    private Place place;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "What to measure: serializer (which needs no platform), ingest, ban-filter, mirror, indexing, export, recommendations,"
                            + " serving, search, visible, watch.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--size",
            paramLabel = "N[,N…]",
            description = "How much at a time, such as 1000,10000. Default: three sizes, ten times apart.")
    private String sizes;

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

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!names.equals(List.of(NEEDS_NO_PLATFORM)) && place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        return new Tool(place, "bench").run(jvm(), arguments());
    }

    private List<String> jvm() {
        var flags = new ArrayList<>(List.of("-Xmx1g", "-XX:+UseParallelGC"));
        if (!names.isEmpty() && ONLY_SEND.containsAll(names)) {
            flags.add("-XX:TieredStopAtLevel=1");
        }
        return flags;
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(names);
        Tool.option(arguments, "--size", sizes);
        Tool.option(arguments, "--pairs", pairs);
        Tool.option(arguments, "--rate", rate);
        Tool.flag(arguments, "--quick", quick);
        Tool.flag(arguments, "--json", json);
        return arguments;
    }
}
