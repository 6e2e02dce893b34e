package marketplace.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * Holds the serializers against plain Avro and prints a table. Takes JMH's own options, such as {@code -f 3} or
 * {@code -i 10}, for a longer look.
 */
public final class SerializerBenchmark {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private record Figure(double perSecond, double allocated) {}

    private SerializerBenchmark() {}

    /** Runs for about a minute and a half. */
    public static void main(final String[] args) throws RunnerException, CommandLineOptionException, IOException {
        final Options given = new CommandLineOptions(args);
        final Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(given)
                        .include(ProductCodecs.class.getName())
                        .addProfiler(GCProfiler.class)
                        .forks(given.getForkCount().orElse(1))
                        .warmupIterations(given.getWarmupIterations().orElse(3))
                        .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                        .measurementIterations(given.getMeasurementIterations().orElse(5))
                        .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(1)))
                        .jvmArgsAppend("-Xms512m", "-Xmx512m")
                        .verbosity(given.verbosity().orElse(VerboseMode.SILENT))
                        .build())
                .run();
        print(figures(results), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    private static Map<String, Figure> figures(final Collection<RunResult> results) {
        final Map<String, Figure> figures = new HashMap<>();
        for (final RunResult result : results) {
            final String benchmark = result.getParams().getBenchmark();
            figures.put(
                    benchmark.substring(benchmark.lastIndexOf('.') + 1)
                            + result.getParams().getParam("size"),
                    new Figure(
                            result.getPrimaryResult().getScore(),
                            result.getSecondaryResults().get(ALLOCATION).getScore()));
        }
        return figures;
    }

    private static void print(final Map<String, Figure> figures, final PrintStream out) throws IOException {
        out.printf(
                "%-12s %-7s %7s %12s %12s %6s %12s %12s%n",
                "", "size", "bytes", "plain/s", "ours/s", "ratio", "plain alloc", "ours alloc");
        for (final String operation : List.of("serialize", "deserialize")) {
            for (final Size size : Size.values()) {
                final Figure plain = figures.get(operation + "Plain" + size);
                final Figure ours = figures.get(operation + "Ours" + size);
                out.printf(
                        Locale.ROOT,
                        "%-12s %-7s %7d %12.0f %12.0f %6.2f %12.0f %12.0f%n",
                        operation,
                        size.name().toLowerCase(Locale.ROOT),
                        bytes(size),
                        plain.perSecond(),
                        ours.perSecond(),
                        ours.perSecond() / plain.perSecond(),
                        plain.allocated(),
                        ours.allocated());
            }
            out.printf(
                    Locale.ROOT,
                    "%-12s slope: time grows by %.2f for each ten times the bytes, plain by %.2f%n",
                    operation,
                    slope(operation + "Ours", figures),
                    slope(operation + "Plain", figures));
        }
    }

    /** How many times longer a record of ten times the bytes takes: 10 is in step with the work. */
    private static double slope(final String benchmark, final Map<String, Figure> figures) throws IOException {
        final double time = figures.get(benchmark + Size.SMALL).perSecond()
                / figures.get(benchmark + Size.LARGE).perSecond();
        final double bytes = (double) bytes(Size.LARGE) / bytes(Size.SMALL);
        return Math.pow(10, Math.log(time) / Math.log(bytes));
    }

    private static int bytes(final Size size) throws IOException {
        final ProductCodecs codecs = new ProductCodecs();
        codecs.size = size;
        codecs.start();
        try {
            return codecs.recordBytes();
        } finally {
            codecs.stop();
        }
    }
}
