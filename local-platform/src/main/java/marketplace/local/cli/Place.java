package marketplace.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import marketplace.local.control.ControlClient;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.FolderVersion;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that go with every command: which platform is meant. */
final class Place {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MARKETPLACE_DATA}",
            description =
                    "Where the platform keeps its data. Default: .marketplace in the checkout, or MARKETPLACE_DATA.")
    private Path data;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:MARKETPLACE_PORT_OFFSET}",
            description =
                    "Added to every port, so that two platforms run side by side; 1000 is a good one. Default: what"
                            + " this data folder was last started with, or MARKETPLACE_PORT_OFFSET, or 0.")
    private Integer portOffset;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    DataFolder folder() {
        return new DataFolder(
                data != null && !data.toString().isBlank()
                        ? data
                        : home().root().resolve(".marketplace"));
    }

    Home home() {
        return Home.ofThisProcess();
    }

    Ports ports() throws IOException {
        try {
            return new Ports(
                    portOffset != null
                            ? portOffset
                            : FolderVersion.portOffset(folder()).orElse(0));
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(command.commandLine(), outOfRange.getMessage());
        }
    }

    Optional<ControlClient> running() throws IOException {
        return Launcher.isHeld(folder()) ? ControlClient.of(folder()) : Optional.empty();
    }

    String notRunning() {
        return "No platform is running on " + folder().root() + ": ./marketplace up starts one.";
    }
}
