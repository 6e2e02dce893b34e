package marketplace.local.security;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import marketplace.local.layout.DataFolder;

/**
 * The keys with which people and programs call the services of a platform that others can reach: one for a moderator, one
 * for an analyst, one for each shop of the sample products, and one for who publishes for all of them. They are made
 * once, like the passwords.
 */
public final class ApiKeys {
    private static final List<String> STORES = List.of("store-1", "store-2", "store-3");

    private final Map<String, String> keys;

    /** Who may what; only a shop has a store. */
    private record Grant(String name, String role, String store) {}

    private ApiKeys(Map<String, String> keys) {
        this.keys = keys;
    }

    /** Opens the keys of a folder; makes those that are missing. */
    public static ApiKeys open(DataFolder folder) throws IOException {
        var file = file(folder);
        var known = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
        }
        var random = new SecureRandom();
        boolean added = false;
        for (Grant grant : grants()) {
            added |= known.putIfAbsent(grant.name(), Secrets.newPassword(random)) == null;
        }
        if (added) {
            DataFolder.privateFolder(folder.secrets());
            DataFolder.writePrivate(file, Secrets.lines(known));
        }
        return new ApiKeys(known);
    }

    /** Where the keys themselves are, by the name of who has one. */
    public static Path file(DataFolder folder) {
        return folder.secrets().resolve("api-keys.properties");
    }

    /** The file by which a service knows who calls: names, roles and what the keys hash to, not the keys. */
    String forServices() throws GeneralSecurityException {
        var text = new StringBuilder();
        for (Grant grant : grants()) {
            var words = List.of(grant.name(), grant.role(), sha256(keys.get(grant.name())), grant.store());
            text.append(String.join(" ", words).strip()).append('\n');
        }
        return text.toString();
    }

    private static List<Grant> grants() {
        var grants = new ArrayList<Grant>();
        grants.add(new Grant("moderator", "moderator", ""));
        grants.add(new Grant("analyst", "analyst", ""));
        grants.add(new Grant("importer", "shop", "*"));
        STORES.forEach(store -> grants.add(new Grant("shop-" + store, "shop", store)));
        return grants;
    }

    private static String sha256(String key) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
