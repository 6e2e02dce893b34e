package marketplace.local.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import marketplace.local.control.ControlClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands have in common that do something to one part. */
abstract class PartCommand implements Callable<Integer> {
    private final String action;
    private final String done;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME", description = "The part, as `status` names it.")
    private String name;

    PartCommand(String action, String done) {
        this.action = action;
        this.done = done;
    }

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z0-9-]+")) {
            System.err.println("There is no part " + name + ".");
            return Marketplace.FAILED;
        }
        var running = place.running();
        if (running.isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        try {
            running.get().ask(action, name);
        } catch (ControlClient.Refused refused) {
            refused.lines().forEach(line -> System.err.println("  " + line));
            throw refused;
        }
        System.out.println(name + " " + done + ".");
        return 0;
    }
}
