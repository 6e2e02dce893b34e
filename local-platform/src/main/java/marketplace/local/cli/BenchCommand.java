package marketplace.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import marketplace.local.layout.Home;
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

    @Mixin
    private Place place;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "What to measure: serializer (which needs no platform), ingest, ban-filter, mirror, indexing, export, recommendations,"
                            + " serving, search, visible.")
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
        var process = new ProcessBuilder(command()).inheritIO();
        process.environment().put("MARKETPLACE_DATA", place.folder().root().toString());
        return awaitEnd(process.start());
    }

    /** In a process of its own, with the compiler and the memory that the launcher does without. */
    private List<String> command() throws IOException {
        Home home = place.home();
        if (!Files.isRegularFile(home.app("bench"))) {
            throw new IOException("The benchmarks are not built: ./mvnw -DskipTests package builds them.");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-Dmarketplace.home=" + home.root(),
                "-Dmarketplace.terminal=" + Boolean.getBoolean("marketplace.terminal"),
                "-jar",
                home.app("bench").toString()));
        command.addAll(names);
        option(command, "--size", sizes);
        option(command, "--pairs", pairs);
        option(command, "--rate", rate);
        if (quick) {
            command.add("--quick");
        }
        if (json) {
            command.add("--json");
        }
        return command;
    }

    private static void option(List<String> command, String name, Object value) {
        if (value != null) {
            command.add(name + "=" + value);
        }
    }

    /** Whoever stops this waits until the benchmarks have brought everything back as it was. */
    private static int awaitEnd(Process process) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }));
        return process.waitFor();
    }
}
