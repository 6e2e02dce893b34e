package marketplace.local.cli;

import picocli.CommandLine.Command;

@Command(name = "kill", description = "Kills one part as a crash would (SIGKILL).", mixinStandardHelpOptions = true)
final class KillCommand extends PartCommand {
    KillCommand() {
        super("kill", "was killed");
    }
}
