package marketplace.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = {
            "Makes the traffic of a marketplace that lives: shops that publish and change prices, clients with tastes who"
                    + " search with typos, look and buy, moderators who ban. The same for the same seed.",
            "",
            "What happened stays. Ctrl-C ends it in order.",
            ""
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Option(names = "--rate", paramLabel = "N", description = "Events a second. Default: 20.")
    private Integer rate;

    @Option(names = "--for", paramLabel = "SPAN", description = "How long: 30s, 5m, 2h. Default: 1m.")
    private String span;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed makes the same traffic. Default: 1.")
    private Long seed;

    @Option(names = "--clients", paramLabel = "N", description = "How many clients. Default: 200.")
    private Integer clients;

    @Option(names = "--products", paramLabel = "N", description = "How many products. Default: 400.")
    private Integer products;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        var arguments = new ArrayList<>(List.of("simulate"));
        Tool.option(arguments, "--rate", rate);
        Tool.option(arguments, "--for", span);
        Tool.option(arguments, "--seed", seed);
        Tool.option(arguments, "--clients", clients);
        Tool.option(arguments, "--products", products);
        return new Tool(place, "acceptance").run(Tool.SMALL, arguments);
    }
}
