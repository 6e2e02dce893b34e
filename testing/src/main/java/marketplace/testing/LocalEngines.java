package marketplace.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Principal;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.parts.Archives;
import marketplace.local.parts.LocalPlatform;
import marketplace.local.parts.Setting;
import marketplace.local.platform.PartFailed;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import marketplace.local.platform.Platform;
import marketplace.local.preflight.ThisMachine;
import marketplace.local.security.Secrets;

/**
 * The engines of {@code ./marketplace up}, each in its own process, with the same configuration and security, and one
 * broker for each cluster.
 */
final class LocalEngines implements EngineProvider {
    private static final int BROKERS = 1;

    /** What of the distribution the engines are started from. */
    private static final List<String> NEEDED = List.of(
            "lib",
            "apps/kafka.jar",
            "apps/schema-registry.jar",
            "apicurio",
            "apps/mirror-maker.jar",
            "apps/kafka-connect-worker.jar",
            "plugins",
            "apps/elasticsearch.jar",
            "apps/hdfs.jar");

    private final PortBlock block;
    private final Setting setting;
    private final Archives archives;
    private final LocalPlatform local;
    private final Platform platform;
    private final boolean keep;

    private LocalEngines(PortBlock block, Setting setting, boolean keep) {
        this.block = block;
        this.setting = setting;
        this.keep = keep;
        this.archives = new Archives(setting.home());
        this.local = new LocalPlatform(setting, archives, Clock.systemUTC());
        this.platform = new Platform(local.parts(), status -> {}, Clock.systemUTC(), Duration.ofSeconds(15));
    }

    /** Makes everything ready for a start: ports, a folder for the data, certificates and passwords. */
    static LocalEngines open(Catalogue catalogue, Settings settings) {
        mustBeBuilt(settings.home());
        var block = PortBlock.take(new ThisMachine(), new SecureRandom());
        var folder = new DataFolder(Path.of("target", "engines-" + block.ports().offset()));
        try {
            folder.wipe();
            folder.create();
            var principals =
                    catalogue.principals().stream().map(Principal::name).toList();
            var secrets = Secrets.open(folder, principals, BROKERS, Clock.systemUTC());
            var setting = new Setting(settings.home(), folder, block.ports(), catalogue, secrets, BROKERS, false);
            return new LocalEngines(block, setting, settings.keep());
        } catch (IOException | GeneralSecurityException e) {
            block.close();
            throw new EnginesException("The engines' folder " + folder.root() + " could not be made: " + e, e);
        }
    }

    @Override
    public List<String> start(Set<Engine> wanted) {
        var before = ready().keySet();
        try {
            platform.start(wanted.stream().map(LocalEngines::lastPart).collect(Collectors.toSet()));
        } catch (PartFailed failure) {
            throw new EnginesException(failure.getMessage(), failure.lastLines(), failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnginesException("Interrupted while the engines started", e);
        }
        return ready().values().stream()
                .filter(part -> !before.contains(part.name()))
                .map(part -> String.format(
                        Locale.ROOT, "%s %.1f s", part.name(), part.took().toMillis() / 1000.0))
                .toList();
    }

    private Map<String, PartStatus> ready() {
        return platform.status().stream()
                .filter(part -> part.state() == PartState.READY)
                .collect(Collectors.toMap(PartStatus::name, part -> part, (one, other) -> one, LinkedHashMap::new));
    }

    private static void mustBeBuilt(Home home) {
        for (String built : NEEDED) {
            var file = home.distribution().resolve(built);
            if (!Files.exists(file)) {
                throw new EnginesException("The engines are not built, " + file + " is missing: run ./mvnw package"
                        + " first, or build this module with -am.");
            }
        }
    }

    /** The part that is ready when the engine is there and the catalogue has been applied to it. */
    private static String lastPart(Engine engine) {
        return switch (engine) {
            case PRIMARY -> "contract-primary";
            case TARGET -> "contract-target";
            case SCHEMA_REGISTRY -> "contract-schemas";
            case MIRROR -> "mirror-maker";
            case CONNECT -> "kafka-connect";
            case ELASTICSEARCH -> "elasticsearch";
            case HDFS -> "hdfs";
        };
    }

    @Override
    public Map<String, String> client(Cluster cluster, String principal) {
        var there = marketplace.local.layout.Cluster.valueOf(cluster.name());
        return setting.secrets().client(principal, there, setting.ports(), BROKERS);
    }

    @Override
    public Map<String, String> admin(Cluster cluster) {
        return client(cluster, Secrets.ADMIN);
    }

    @Override
    public boolean enforcesRights() {
        return true;
    }

    @Override
    public String schemaRegistryUrl() {
        return address("schema-registry");
    }

    @Override
    public String connectUrl() {
        return address("kafka-connect");
    }

    @Override
    public String elasticsearchUrl() {
        return address("elasticsearch");
    }

    @Override
    public String hdfsUrl() {
        return "hdfs://127.0.0.1:" + setting.ports().hdfs();
    }

    private String address(String part) {
        return ready().get(part).address();
    }

    @Override
    public void close() {
        try {
            local.close();
            platform.stop();
            archives.keep();
            if (!keep) {
                setting.folder().wipe();
            }
        } catch (IOException e) {
            throw new EnginesException("The engines are stopped, but left something behind: " + e, e);
        } catch (InterruptedException e) {
            // What still runs leaves with this process.
            Thread.currentThread().interrupt();
        } finally {
            block.close();
        }
    }
}
