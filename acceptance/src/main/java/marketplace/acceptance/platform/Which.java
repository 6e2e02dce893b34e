package marketplace.acceptance.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.MarketplaceScript;
import marketplace.tool.platform.NotRunningException;
import marketplace.tool.platform.Platform;
import picocli.CommandLine.Option;

/** The option that goes with every command: which platform is meant. */
public final class Which {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:MARKETPLACE_DATA}",
            description =
                    "The data folder of the platform. Default: .marketplace in the checkout, or MARKETPLACE_DATA.")
    private Path data;

    /**
     * The platform that runs there.
     *
     * @throws NotRunningException if none does
     */
    public Platform platform(final Progress progress) throws IOException, InterruptedException {
        return Platform.running(
                new MarketplaceScript(home(), Optional.ofNullable(data).filter(folder -> !folder.toString()
                        .isBlank())),
                progress);
    }

    /** The checkout. */
    public static Path home() {
        return Path.of(System.getProperty("marketplace.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
