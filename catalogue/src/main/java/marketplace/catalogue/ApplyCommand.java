package marketplace.catalogue;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "apply",
        sortOptions = false,
        description = {
            "Makes clusters and the schema registry what the catalogue says, and prints each change.",
            "",
            "Looks at everything first; if anything cannot be done, says all of it and changes nothing. "
                    + "Never deletes a topic, a user or a subject. "
                    + "Name at least one of --primary, --target and --registry.",
            ""
        },
        footer = {
            "",
            "An admin client's properties: bootstrap.servers, security.protocol, sasl.mechanism, sasl.jaas.config, "
                    + "ssl.truststore.location and whatever else Kafka's clients know.",
            "",
            "Example:",
            "  java -jar catalogue.jar apply --primary admin.properties --passwords passwords.properties --dry-run",
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:something could not be done; each problem is a line on the error output",
            "2:the command line is wrong",
            "3:--dry-run found differences"
        })
final class ApplyCommand implements Callable<Integer> {
    @Option(
            names = "--primary",
            paramLabel = "FILE",
            defaultValue = "${env:MARKETPLACE_PRIMARY}",
            description = "Admin client properties of the primary cluster (MARKETPLACE_PRIMARY).")
    private Optional<Path> primary = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "FILE",
            defaultValue = "${env:MARKETPLACE_TARGET}",
            description = "Admin client properties of the target cluster (MARKETPLACE_TARGET).")
    private Optional<Path> target = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            defaultValue = "${env:MARKETPLACE_REGISTRY}",
            description = "Where the registry's Confluent API begins, for Apicurio "
                    + "http://HOST:PORT/apis/ccompat/v7 (MARKETPLACE_REGISTRY).")
    private Optional<String> registry = Optional.empty();

    @Option(
            names = "--registry-auth",
            paramLabel = "FILE",
            defaultValue = "${env:MARKETPLACE_REGISTRY_AUTH}",
            description = "Properties with user and password for a registry that wants basic authentication "
                    + "(MARKETPLACE_REGISTRY_AUTH).")
    private Optional<Path> registryAuth = Optional.empty();

    @Option(
            names = "--passwords",
            paramLabel = "FILE",
            defaultValue = "${env:MARKETPLACE_PASSWORDS}",
            description = "Properties principal=password for users that do not exist yet. Without it users are left "
                    + "as they are (MARKETPLACE_PASSWORDS).")
    private Optional<Path> passwords = Optional.empty();

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "${env:MARKETPLACE_REPLICATION}",
            description = "At most so many replicas, for clusters with fewer brokers; min.insync.replicas goes down "
                    + "with it (MARKETPLACE_REPLICATION).")
    private Optional<Integer> replication = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "${env:MARKETPLACE_TIMEOUT:-30}",
            description = "How long each answer may take (MARKETPLACE_TIMEOUT; default 30).")
    private int timeout;

    @Option(
            names = "--dry-run",
            arity = "0..1",
            paramLabel = "true|false",
            defaultValue = "${env:MARKETPLACE_DRY_RUN:-false}",
            fallbackValue = "true",
            description = "Print what would be changed, and change nothing (MARKETPLACE_DRY_RUN).")
    private boolean dryRun;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Options options = options();
        List<Access> places = places();
        PrintWriter out = spec.commandLine().getOut();
        Contract contract = new Contract(
                common.load(),
                passwords.map(Passwords::load).orElseGet(Passwords::none),
                options,
                Reporter.to(out, spec.commandLine().getErr()));
        Access[] all = places.toArray(Access[]::new);
        Outcome outcome = dryRun ? contract.plan(all) : contract.apply(all);
        out.println(summary(outcome));
        out.flush();
        if (!outcome.succeeded()) {
            return Main.FAILED;
        }
        return dryRun && !outcome.unchanged() ? Main.DIFFERENT : Main.DONE;
    }

    private String summary(Outcome outcome) {
        String problems = Lines.count(outcome.problems().size(), "problem");
        String changes = Lines.count(outcome.changes().size(), "change");
        if (dryRun) {
            String differences = Lines.count(outcome.changes().size(), "difference");
            return "Dry run: " + (outcome.succeeded() ? differences : problems) + ", nothing changed.";
        }
        if (!outcome.succeeded()) {
            return outcome.changes().isEmpty()
                    ? "Failed: " + problems + ", nothing changed."
                    : "Failed: " + problems + ", after " + changes + ".";
        }
        return outcome.unchanged() ? "Nothing to do." : "Done: " + changes + ".";
    }

    private Options options() {
        if (timeout < 1) {
            throw usage("--timeout: " + timeout + " is less than one second");
        }
        Options options = Options.defaults().withTimeout(Duration.ofSeconds(timeout));
        if (replication.isEmpty()) {
            return options;
        }
        if (replication.get() < 1) {
            throw usage("--replication: " + replication.get() + " is less than one replica");
        }
        return options.withReplicationAtMost(replication.get());
    }

    private List<Access> places() {
        List<Access> places = new ArrayList<>();
        primary.ifPresent(file -> places.add(ClusterAccess.of(Cluster.PRIMARY, Passwords.properties(file))));
        target.ifPresent(file -> places.add(ClusterAccess.of(Cluster.TARGET, Passwords.properties(file))));
        registry.ifPresent(url -> places.add(registry(url)));
        if (places.isEmpty()) {
            throw usage("Nowhere to apply the catalogue: name --primary, --target or --registry");
        }
        return places;
    }

    private RegistryAccess registry(String url) {
        RegistryAccess access;
        try {
            access = RegistryAccess.of(url);
        } catch (IllegalArgumentException e) {
            throw usage("--registry: " + e.getMessage());
        }
        return registryAuth
                .map(Passwords::properties)
                .map(auth ->
                        access.withCredentials(auth.getProperty("user", "") + ":" + auth.getProperty("password", "")))
                .orElse(access);
    }

    private ParameterException usage(String line) {
        return new ParameterException(spec.commandLine(), line);
    }
}
