package marketplace.local.cli;

import picocli.CommandLine.Command;

@Command(name = "stop", description = "Stops one part in an orderly way.", mixinStandardHelpOptions = true)
final class StopCommand extends PartCommand {
    StopCommand() {
        super("stop", "stopped");
    }
}
