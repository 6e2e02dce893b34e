package marketplace.bench.serializer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import marketplace.bench.measure.AtSize;
import marketplace.bench.measure.Comparison;
import marketplace.bench.measure.Pair;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.measure.Scale;
import marketplace.bench.measure.Target;
import marketplace.tool.console.Progress;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Holds the serializers against plain Avro. It needs no platform. */
public final class SerializerBenchmark {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final int ITERATIONS = 5;
    private static final int QUICK_MILLIS = 100;

    private final Plan plan;
    private final List<String> jmhOptions;
    private final Progress progress;

    /** @param jmhOptions JMH's own, such as {@code -f 3}, for a longer look */
    public SerializerBenchmark(final Plan plan, final List<String> jmhOptions, final Progress progress) {
        this.plan = plan;
        this.jmhOptions = List.copyOf(jmhOptions);
        this.progress = progress;
    }

    /** Runs for about a minute and a half. */
    public List<Result> run() throws IOException {
        progress.doing("serializer: about " + (plan.isQuick() ? "half a minute" : "two minutes"));
        final Map<String, RunResult> results = new HashMap<>();
        for (final RunResult result : measure()) {
            final String benchmark = result.getParams().getBenchmark();
            results.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1)
                            + result.getParams().getParam("size"),
                    result);
        }
        return List.of(compare("serialize", results), compare("deserialize", results));
    }

    private Collection<RunResult> measure() throws IOException {
        try {
            final Options given = new CommandLineOptions(jmhOptions.toArray(String[]::new));
            final TimeValue time = plan.isQuick() ? TimeValue.milliseconds(QUICK_MILLIS) : TimeValue.seconds(1);
            return new Runner(new OptionsBuilder()
                            .parent(given)
                            .include(ProductCodecs.class.getName())
                            .addProfiler(GCProfiler.class)
                            .forks(given.getForkCount().orElse(1))
                            .warmupIterations(given.getWarmupIterations().orElse(3))
                            .warmupTime(given.getWarmupTime().orElse(time))
                            .measurementIterations(
                                    given.getMeasurementIterations().orElse(ITERATIONS))
                            .measurementTime(given.getMeasurementTime().orElse(time))
                            .jvmArgsAppend("-Xms512m", "-Xmx512m")
                            .verbosity(given.verbosity().orElse(VerboseMode.SILENT))
                            .build())
                    .run();
        } catch (final CommandLineOptionException | RunnerException e) {
            throw new IOException("JMH: " + e.getMessage(), e);
        }
    }

    private static Comparison compare(final String operation, final Map<String, RunResult> results) throws IOException {
        final List<AtSize> sizes = new ArrayList<>();
        final List<String> notes = new ArrayList<>();
        for (final Size size : Size.values()) {
            final RunResult plain = results.get(operation + "Plain" + size);
            final RunResult ours = results.get(operation + "Ours" + size);
            final int bytes = ProductCodecs.recordBytes(size);
            sizes.add(new AtSize(bytes, pairs(scores(plain), scores(ours))));
            notes.add(String.format(
                    Locale.ROOT,
                    "bytes allocated for a record of %,d: %,.0f by plain Avro, %,.0f by ours",
                    bytes,
                    allocated(plain),
                    allocated(ours)));
        }
        return new Comparison(
                operation,
                "records a second, against Avro's own binary encoding with the five-byte prefix",
                "bytes",
                Scale.PIECES_PER_SECOND,
                Optional.of(Target.atLeast(0.9)),
                sizes,
                notes);
    }

    /** JMH measures the one after the other, not in turns: what makes a pair is only its place. */
    private static List<Pair> pairs(final List<Double> plain, final List<Double> ours) {
        final List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.min(plain.size(), ours.size()); i++) {
            pairs.add(new Pair(plain.get(i), ours.get(i)));
        }
        return pairs;
    }

    private static List<Double> scores(final RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }

    private static double allocated(final RunResult result) {
        return result.getSecondaryResults().get(ALLOCATION).getScore();
    }
}
