package marketplace.local.parts;

import java.util.Set;
import marketplace.catalogue.Access;
import marketplace.catalogue.ClusterAccess;
import marketplace.catalogue.Contract;
import marketplace.catalogue.Options;
import marketplace.catalogue.Passwords;
import marketplace.catalogue.RegistryAccess;
import marketplace.catalogue.Reporter;
import marketplace.local.layout.Cluster;
import marketplace.local.platform.Step;

/** Applies the catalogue to each place as soon as that is up. */
final class ContractSteps {
    private static final String PREFIX = "contract-";

    /** The step after which every schema has its id. */
    static final String SCHEMAS = PREFIX + "schemas";

    private final Setting setting;

    ContractSteps(Setting setting) {
        this.setting = setting;
    }

    static String name(Cluster cluster) {
        return PREFIX + cluster.label();
    }

    /** Topics, users and rights of a cluster. */
    Step of(Cluster cluster, ClusterAdmin admin) {
        var catalogue = setting.catalogue();
        var topics = catalogue.topicsOn(cluster.inCatalogue()).size();
        var principals = catalogue.principalsOn(cluster.inCatalogue()).size();
        var rights = catalogue.rightsOn(cluster.inCatalogue()).size();
        return new Step(
                name(cluster),
                Set.copyOf(cluster.nodes(setting.nodes())),
                () -> applied(
                        ClusterAccess.of(
                                cluster.inCatalogue(),
                                cluster.bootstrap(setting.ports(), setting.nodes()),
                                admin.get()),
                        topics + " topics, " + principals + " principals, " + rights + " rights"));
    }

    /** The subjects of the registry. */
    Step ofSchemas() {
        var subjects = setting.catalogue().subjects().size();
        return new Step(SCHEMAS, Set.of(SchemaRegistry.NAME), () -> {
            SchemaRegistry.takeBackwardCompatibleOnly(setting);
            return applied(RegistryAccess.of(SchemaRegistry.url(setting.ports())), subjects + " subjects");
        });
    }

    private String applied(Access place, String what) throws ContractBroken {
        var outcome = new Contract(
                        setting.catalogue(),
                        Passwords.of(setting.secrets().passwords()),
                        Options.defaults().withReplicationAtMost(setting.replication()),
                        Reporter.silent())
                .apply(place);
        if (!outcome.succeeded()) {
            throw new ContractBroken(String.join(" ", outcome.problems()));
        }
        return what + (outcome.unchanged() ? "" : ", " + outcome.changes().size() + " changes");
    }

    /** A place cannot be made what the catalogue says it is. */
    private static final class ContractBroken extends Exception {
        private static final long serialVersionUID = 1L;

        ContractBroken(String problems) {
            super(problems);
        }
    }
}
