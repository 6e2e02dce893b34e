package marketplace.catalogue;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            defaultValue = "${env:MARKETPLACE_CATALOGUE}",
            description = "Another catalogue than the platform's own topics.yaml (MARKETPLACE_CATALOGUE).")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    Catalogue load() {
        return file.map(Catalogue::load).orElseGet(Catalogue::load);
    }
}
