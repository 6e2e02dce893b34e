package marketplace.local.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = {
            "Tells the story of the platform in eight steps on the one that runs: what is done, the request as a line that"
                    + " one can repeat, and the evidence. Takes two to three minutes.",
            "",
            "It publishes the five samples, bans four of them for a while, and kills a broker and starts it again.",
            ""
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        return new Tool(place, "acceptance").run(Tool.SMALL, List.of("demo"));
    }
}
