package marketplace.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.concurrent.Callable;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Principal;
import marketplace.local.layout.FolderVersion;
import marketplace.local.parts.Setting;
import marketplace.local.security.ApiKeys;
import marketplace.local.security.Handouts;
import marketplace.local.security.Recipient;
import marketplace.local.security.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "secrets",
        description = "Makes the certificates, passwords and API keys of a platform whose parts are started by somebody"
                + " else, such as Docker Compose, and gives each part its own. What is there stays as it is.",
        mixinStandardHelpOptions = true)
final class SecretsCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Option(
            names = "--parts",
            paramLabel = "FILE",
            required = true,
            description = "Which part gets what, and as which user it runs: compose/parts.properties is one.")
    private Path parts;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "Where each part finds a folder of its own, named after it.")
    private Path into;

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        var folder = place.folder();
        var problem = FolderVersion.problem(folder);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            return Marketplace.IN_THE_WAY;
        }
        var recipients = Recipient.read(parts);
        folder.create();
        FolderVersion.write(folder, place.ports());
        var catalogue = Catalogue.load();
        var principals = catalogue.principals().stream().map(Principal::name).toList();
        var secrets = Secrets.open(folder, principals, UpCommand.NODES, Clock.systemUTC());
        new Setting(place.home(), folder, place.ports(), catalogue, secrets, UpCommand.NODES, false).writeClients();
        var handouts = new Handouts(secrets, ApiKeys.open(folder), into);
        for (Recipient part : recipients) {
            handouts.give(part);
        }
        System.out.println(recipients.size() + " parts have their secrets.");
        return 0;
    }
}
