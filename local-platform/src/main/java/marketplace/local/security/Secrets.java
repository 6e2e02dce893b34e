package marketplace.local.security;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import marketplace.local.layout.Cluster;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Ports;

/**
 * The certificates and passwords of a platform. They are made at its first start, stay in its data folder for its
 * owner alone, and are never made anew in place.
 */
public final class Secrets {
    /** The user that may do everything; the launcher and the catalogue tool are it. */
    public static final String ADMIN = "admin";

    private static final int PASSWORD_BYTES = 24;

    private final DataFolder folder;
    private final Map<String, String> passwords;

    private Secrets(DataFolder folder, Map<String, String> passwords) {
        this.folder = folder;
        this.passwords = passwords;
    }

    /** Opens the secrets of a folder; makes those that are missing. */
    public static Secrets open(DataFolder folder, Collection<String> principals, int nodes, Clock clock)
            throws IOException, GeneralSecurityException {
        makeCertificates(folder, nodes, clock);
        return new Secrets(folder, passwords(folder, principals));
    }

    private static void makeCertificates(DataFolder folder, int nodes, Clock clock)
            throws IOException, GeneralSecurityException {
        if (Files.exists(folder.pki())) {
            return;
        }
        var unfinished = folder.root().resolve("pki.new");
        DataFolder.delete(unfinished);
        DataFolder.privateFolder(unfinished);
        var authority = new Certificates(clock);
        DataFolder.writePrivate(unfinished.resolve("ca.pem"), authority.authority());
        for (Cluster cluster : Cluster.values()) {
            for (String node : cluster.nodes(nodes)) {
                DataFolder.writePrivate(unfinished.resolve(node + ".pem"), authority.node(node, cluster.label()));
            }
        }
        Files.move(unfinished, folder.pki());
    }

    private static Map<String, String> passwords(DataFolder folder, Collection<String> principals) throws IOException {
        var file = passwordsFile(folder);
        var known = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
        }
        var random = new SecureRandom();
        boolean added = known.putIfAbsent(ADMIN, newPassword(random)) == null;
        for (String principal : principals) {
            added |= known.putIfAbsent(principal, newPassword(random)) == null;
        }
        var adminPassword = folder.secrets().resolve(ADMIN + ".password");
        if (added || !Files.exists(adminPassword)) {
            DataFolder.privateFolder(folder.secrets());
            DataFolder.writePrivate(file, lines(known));
            DataFolder.writePrivate(adminPassword, known.get(ADMIN));
        }
        return known;
    }

    /** Where the password of every principal is. */
    public static Path passwordsFile(DataFolder folder) {
        return folder.secrets().resolve("passwords.properties");
    }

    static String newPassword(SecureRandom random) {
        var bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public Path truststore() {
        return folder.pki().resolve("ca.pem");
    }

    public Path keystore(String node) {
        return folder.pki().resolve(node + ".pem");
    }

    /** A file with the first user's password and nothing else, for formatting a node. */
    public Path adminPasswordFile() {
        return folder.secrets().resolve(ADMIN + ".password");
    }

    public Map<String, String> passwords() {
        return Map.copyOf(passwords);
    }

    /** What a client puts into {@code sasl.jaas.config}. */
    public String jaas(String principal) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                + "\" password=\"" + passwords.get(principal) + "\";";
    }

    /** Everything that a client needs to reach a cluster as a principal. */
    public Map<String, String> client(String principal, Cluster cluster, Ports ports, int nodes) {
        var settings = new TreeMap<>(login(principal, truststore()));
        settings.put("bootstrap.servers", cluster.bootstrap(ports, nodes));
        return Map.copyOf(settings);
    }

    /** What a client needs besides an address, wherever the clusters are. */
    Map<String, String> login(String principal, Path trusted) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas(principal),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                trusted.toString());
    }

    /** Writes a properties file with which Kafka's own tools can act as a principal. */
    public void writeClient(String principal, Cluster cluster, Ports ports, int nodes) throws IOException {
        DataFolder.writePrivate(folder.client(cluster, principal), lines(client(principal, cluster, ports, nodes)));
    }

    /** Settings as they stand in a properties file, in order. */
    static String lines(Map<String, String> settings) {
        var text = new StringBuilder();
        new TreeMap<>(settings)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }
}
