package marketplace.local.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command with which this very launcher was started, without its arguments. */
final class LauncherProgram {
    private LauncherProgram() {}

    static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dmarketplace.terminal=false");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Marketplace.class.getName());
        return command;
    }
}
