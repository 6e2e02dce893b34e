package marketplace.acceptance.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The API keys with which requests are made. A platform on loopback asks for none; of another one the environment names the
 * file of keys, {@code MARKETPLACE_API_KEYS}.
 *
 * @param shops of who publishes for every shop
 */
record Keys(Optional<String> shops, Optional<String> moderator, Optional<String> analyst) {
    private static final String FILE = "MARKETPLACE_API_KEYS";

    static Keys none() {
        return new Keys(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Keys of(final Map<String, String> environment) throws IOException {
        final String file = environment.getOrDefault(FILE, "");
        if (file.isBlank()) {
            return none();
        }
        final Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            keys.load(reader);
        }
        return new Keys(
                Optional.ofNullable(keys.getProperty("importer")),
                Optional.ofNullable(keys.getProperty("moderator")),
                Optional.ofNullable(keys.getProperty("analyst")));
    }
}
