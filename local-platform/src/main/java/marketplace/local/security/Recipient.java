package marketplace.local.security;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A part that gets secrets.
 *
 * @param name a broker's is the name of its node
 * @param user the number of the user that it runs as
 * @param what names of principals as which it logs in, and of what else it gets
 */
public record Recipient(String name, int user, List<String> what) {
    public Recipient {
        what = List.copyOf(what);
    }

    /** Reads all of them from a properties file with lines such as {@code shop-api = 10005 shop-api api-keys}. */
    public static List<Recipient> read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        var recipients = new ArrayList<Recipient>();
        for (String name : properties.stringPropertyNames().stream().sorted().toList()) {
            var words = List.of(properties.getProperty(name).strip().split("\\s+"));
            if (!name.matches("[a-z0-9-]+") || !words.get(0).matches("[0-9]{1,9}")) {
                throw new IOException(file + ": the line of " + name + " is not \"part = user what …\".");
            }
            recipients.add(new Recipient(name, Integer.parseInt(words.get(0)), words.subList(1, words.size())));
        }
        return recipients;
    }
}
