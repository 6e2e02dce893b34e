package marketplace.local.cli;

import picocli.CommandLine.Command;

@Command(
        name = "start",
        description = "Starts one part that is not running, and waits until it is ready.",
        mixinStandardHelpOptions = true)
final class StartCommand extends PartCommand {
    StartCommand() {
        super("start", "is ready");
    }
}
