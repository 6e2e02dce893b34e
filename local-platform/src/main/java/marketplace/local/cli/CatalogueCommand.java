package marketplace.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import java.util.concurrent.Callable;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.ClusterAccess;
import marketplace.catalogue.Contract;
import marketplace.catalogue.Options;
import marketplace.catalogue.Passwords;
import marketplace.catalogue.RegistryAccess;
import marketplace.catalogue.Reporter;
import marketplace.local.layout.Cluster;
import marketplace.local.parts.SchemaRegistry;
import marketplace.local.security.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "catalogue",
        description = {
            "Makes the running platform what the catalogue says (schemas/src/main/resources/topics.yaml): topics, their"
                    + " settings, users, rights, subjects. Prints each change. Deletes nothing.",
            "Other clusters: java -jar target/dist/apps/catalogue.jar apply --help"
        },
        mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Option(names = "--dry-run", description = "Prints what would be changed, and changes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        if (place.running().isEmpty()) {
            System.err.println(place.notRunning());
            return Marketplace.NOT_RUNNING;
        }
        var folder = place.folder();
        var contract = new Contract(
                Catalogue.load(),
                Passwords.load(Secrets.passwordsFile(folder)),
                Options.defaults(),
                Reporter.to(spec.commandLine().getOut(), spec.commandLine().getErr()));
        var primary = access(Cluster.PRIMARY);
        var target = access(Cluster.TARGET);
        var registry = RegistryAccess.of(SchemaRegistry.url(place.ports()));
        var outcome = dryRun ? contract.plan(primary, target, registry) : contract.apply(primary, target, registry);
        if (!outcome.succeeded()) {
            return Marketplace.FAILED;
        }
        if (outcome.unchanged()) {
            System.out.println("Everything is as the catalogue says.");
        }
        return 0;
    }

    private ClusterAccess access(Cluster cluster) throws IOException {
        var settings = new Properties();
        var file = place.folder().client(cluster, Secrets.ADMIN);
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        }
        return ClusterAccess.of(cluster.inCatalogue(), settings);
    }
}
