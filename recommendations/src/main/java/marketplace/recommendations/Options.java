package marketplace.recommendations;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import marketplace.recommendations.model.Method;
import marketplace.recommendations.model.Recommender.ListSettings;
import marketplace.recommendations.model.Tuning;
import marketplace.recommendations.quality.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The job's command line. */
@Command(
        name = "recommendations",
        sortOptions = false,
        description = "Learns from what clients did, and publishes what to show them next.")
@SuppressWarnings("FieldMayBeFinal") // picocli sets them
final class Options {
    private static final double USUAL_HALF_LIFE_DAYS = 90;

    @Option(names = "--warehouse", paramLabel = "URI", description = "Where the lake's tables are.")
    private Optional<String> warehouse = Optional.empty();

    @Option(
            names = "--catalog-type",
            paramLabel = "TYPE",
            description = "The kind of Iceberg's catalogue (default ${DEFAULT-VALUE}).")
    private String catalogType = "hadoop";

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "The namespace of the tables (default ${DEFAULT-VALUE}).")
    private String namespace = "marketplace";

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "Learn from a file in place of the lake: client, product, weight, time in seconds. With"
                    + " --evaluate only; nothing is published.")
    private Optional<Path> events = Optional.empty();

    @Option(names = "--run-id", paramLabel = "ID", description = "What the run is called.")
    private String runId = "by-hand";

    @Option(names = "--evaluate", description = "Hold out a part of each history, and say how much of it is found.")
    private boolean evaluate;

    @Option(
            names = "--split",
            paramLabel = "HOW",
            description = "What is held out: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Split split = Split.LAST;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random split (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Method method = Method.AUTO;

    @Option(
            names = "--ease-items",
            paramLabel = "N",
            description = "Up to so many products AUTO is EASE (default ${DEFAULT-VALUE}).")
    private int easeItems = 5_000;

    @Option(names = "--regularisation", paramLabel = "X", description = "Of EASE: lambda (default ${DEFAULT-VALUE}).")
    private double regularisation = 500;

    @Option(
            names = "--neighbours",
            paramLabel = "N",
            description = "Of joins: how many others each product says something about (default ${DEFAULT-VALUE}).")
    private int neighbours = 200;

    @Option(
            names = "--popularity-penalty",
            paramLabel = "X",
            description = "Of joins: beta (default ${DEFAULT-VALUE}).")
    private double popularityPenalty = 0.6;

    @Option(
            names = "--memory-weights",
            paramLabel = "N",
            description = "Of joins: up to so many weights, of 8 bytes, are held in memory to make the lists; more are"
                    + " joined (default ${DEFAULT-VALUE}).")
    private long memoryWeights = 10_000_000;

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "How many products of a client count, the latest (default ${DEFAULT-VALUE}).")
    private int history = 500;

    @Option(
            names = "--weights",
            paramLabel = "KIND=X",
            split = ",",
            description = "How much each kind counts (default VIEW=1,CART=3,PURCHASE=5,SEARCH=0.2).")
    private Map<String, Double> weights = new LinkedHashMap<>();

    @Option(
            names = "--half-life-days",
            paramLabel = "DAYS",
            description = "After so many days something counts half; 0 for no ageing (default 90, of a file 0).")
    private Optional<Double> halfLifeDays = Optional.empty();

    @Option(
            names = "--trend-days",
            paramLabel = "DAYS",
            description = "The same for what is trending (default ${DEFAULT-VALUE}).")
    private double trendDays = 7;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many products a client is shown (default ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(
            names = "--per-brand",
            paramLabel = "N",
            description = "How many of one brand at most (default ${DEFAULT-VALUE}).")
    private int perBrand = 3;

    @Option(
            names = "--content-share",
            paramLabel = "X",
            description = "How much it says that products are alike, beside that they are met together (default"
                    + " ${DEFAULT-VALUE}).")
    private double contentShare = 0.3;

    @Option(names = "--topic", paramLabel = "NAME", description = "Where to publish (default ${DEFAULT-VALUE}).")
    private String topic = "recommendations";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    @Spec
    private CommandSpec spec;

    /** Says what is wrong with them together, if anything is. */
    void check() {
        if (warehouse.isPresent() == events.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Give either --warehouse or --events");
        }
        if (events.isPresent() && !evaluate) {
            throw new ParameterException(spec.commandLine(), "--events goes with --evaluate");
        }
        if (easeItems < 0 || neighbours < 1 || history < 1 || limit < 1 || perBrand < 1) {
            throw new ParameterException(spec.commandLine(), "A number is too small");
        }
        if (regularisation <= 0 || trendDays <= 0 || halfLife() < 0) {
            throw new ParameterException(spec.commandLine(), "A number must be more than 0");
        }
    }

    Optional<String> warehouse() {
        return warehouse;
    }

    String catalogType() {
        return catalogType;
    }

    String namespace() {
        return namespace;
    }

    Optional<Path> events() {
        return events;
    }

    String runId() {
        return runId;
    }

    boolean evaluate() {
        return evaluate;
    }

    Split split() {
        return split;
    }

    long seed() {
        return seed;
    }

    Tuning tuning() {
        return new Tuning(method, easeItems, regularisation, neighbours, popularityPenalty, history, memoryWeights);
    }

    ListSettings lists() {
        return new ListSettings(limit, perBrand, contentShare);
    }

    /** How much each kind counts. */
    Map<String, Double> weights() {
        final Map<String, Double> all =
                new LinkedHashMap<>(Map.of("VIEW", 1.0, "CART", 3.0, "PURCHASE", 5.0, "SEARCH", 0.2));
        all.putAll(weights);
        return all;
    }

    double halfLife() {
        return halfLifeDays.orElse(events.isPresent() ? 0 : USUAL_HALF_LIFE_DAYS);
    }

    double trendDays() {
        return trendDays;
    }

    String topic() {
        return topic;
    }
}
