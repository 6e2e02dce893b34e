package marketplace.local.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import marketplace.local.layout.DataFolder;

/**
 * What each part gets of the secrets of a platform whose parts are different users, as in containers: a folder that
 * nobody but the part can look into, with what it needs and nothing else.
 */
public final class Handouts {
    private static final String API_KEYS = "api-keys";
    private static final String PASSWORDS = "passwords";

    private final Secrets secrets;
    private final ApiKeys apiKeys;
    private final Path into;

    /** @param into where the folders of the parts come */
    public Handouts(Secrets secrets, ApiKeys apiKeys, Path into) {
        this.secrets = secrets;
        this.apiKeys = apiKeys;
        this.into = into;
    }

    /**
     * Gives a part what it needs. What it has already stays as it is.
     *
     * @throws IOException if it is to get what there is not, or cannot become its owner: only the superuser gives away
     */
    public void give(Recipient part) throws IOException, GeneralSecurityException {
        var folder = into.resolve(part.name());
        DataFolder.privateFolder(folder);
        for (var file : of(part, folder).entrySet()) {
            var path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                DataFolder.writePrivate(path, file.getValue());
            }
            own(path, part);
        }
        own(folder, part);
    }

    private Map<String, String> of(Recipient part, Path folder) throws IOException, GeneralSecurityException {
        var files = new TreeMap<String, String>();
        files.put("ca.pem", Files.readString(secrets.truststore()));
        if (Files.exists(secrets.keystore(part.name()))) {
            files.put("node.pem", Files.readString(secrets.keystore(part.name())));
            files.put("admin.password", Files.readString(secrets.adminPasswordFile()));
        }
        for (String what : part.what()) {
            if (what.equals(API_KEYS)) {
                files.put("api.keys", apiKeys.forServices());
            } else if (what.equals(PASSWORDS)) {
                files.put("passwords.properties", Secrets.lines(secrets.passwords()));
            } else if (secrets.passwords().containsKey(what)) {
                files.put(what + ".properties", Secrets.lines(secrets.login(what, folder.resolve("ca.pem"))));
            } else {
                throw new IOException(part.name() + " is to get " + what + ", and there is no such principal.");
            }
        }
        return files;
    }

    private static void own(Path path, Recipient part) throws IOException {
        Files.setAttribute(path, "unix:uid", part.user());
    }
}
