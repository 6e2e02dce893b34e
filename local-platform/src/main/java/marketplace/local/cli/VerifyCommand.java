package marketplace.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Tries the running platform against the ten acceptance criteria, each passed, failed or not checked, with the"
                    + " evidence. Leaves with 1 if one failed.",
            "",
            "It may be run on data that matters: what it publishes and bans has names of its own, and is taken away in"
                    + " the end. What it searched and did as a client stays among what others did.",
            ""
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Option(names = "--only", paramLabel = "N", split = ",", description = "Only these criteria, such as 3,5.")
    private List<Integer> only = new ArrayList<>();

    @Option(
            names = "--with-faults",
            description = "Also kills three brokers, one after the other, and starts them again.")
    private boolean withFaults;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        var arguments = new ArrayList<>(List.of("verify"));
        only.forEach(number -> Tool.option(arguments, "--only", number));
        Tool.flag(arguments, "--with-faults", withFaults);
        Tool.flag(arguments, "--json", json);
        return new Tool(place, "acceptance").run(Tool.SMALL, arguments);
    }
}
