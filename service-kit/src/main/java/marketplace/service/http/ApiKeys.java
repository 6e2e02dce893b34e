package marketplace.service.http;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import marketplace.service.WrongSettingException;

/**
 * The API keys in use, by the SHA-256 of each. They come from the file that {@code api.keys} names, one key a line:
 *
 * <pre>
 * # name      role        SHA-256 of the key   store, of a shop
 * lamp-shop   shop        9f86d081…            store-1
 * importer    shop        2c26b46b…            *           any store
 * anna        moderator   60303ae2…
 * </pre>
 *
 * Without keys a service serves its own machine only: it does not start on another address.
 */
@Context
final class ApiKeys {
    private static final String ANY_STORE = "*";

    private final Map<String, Caller> callers;

    ApiKeys(@Value("${api.keys:}") final String file, @Value("${micronaut.server.host}") final String host) {
        callers = file.isBlank() ? Map.of() : read(Path.of(file));
        if (callers.isEmpty() && !isLoopback(host)) {
            throw new WrongSettingException("SERVER_HOST is " + host + ", which others can reach, and there are no API"
                    + " keys: set API_KEYS to a file of keys, or SERVER_HOST to 127.0.0.1.");
        }
    }

    boolean inUse() {
        return !callers.isEmpty();
    }

    /** Whose key that is. */
    Optional<Caller> holderOf(final String key) {
        return Optional.ofNullable(callers.get(sha256(key)));
    }

    private static Map<String, Caller> read(final Path file) {
        final List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new WrongSettingException("API_KEYS names " + file + ", which cannot be read: " + e.getMessage(), e);
        }
        final Map<String, Caller> callers = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            final String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                final String[] words = line.split("\\s+");
                callers.put(hash(words, file, number), caller(words, file, number));
            }
        }
        return Map.copyOf(callers);
    }

    private static String hash(final String[] words, final Path file, final int line) {
        if (words.length < 3 || !words[2].matches("[0-9a-fA-F]{64}")) {
            throw wrong(file, line, "is not \"name role sha256 [store]\"");
        }
        return words[2].toLowerCase(Locale.ROOT);
    }

    private static Caller caller(final String[] words, final Path file, final int line) {
        final Role role;
        try {
            role = Role.valueOf(words[1].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(file, line, "names the role " + words[1] + ", which does not exist");
        }
        if ((role == Role.SHOP) != (words.length == 4)) {
            throw wrong(file, line, role == Role.SHOP ? "names no store" : "names a store, which only a shop has");
        }
        final Optional<String> store = role == Role.SHOP ? Optional.of(words[3]) : Optional.empty();
        return new Caller(words[0], role, store.filter(only -> !only.equals(ANY_STORE)));
    }

    private static WrongSettingException wrong(final Path file, final int line, final String what) {
        return new WrongSettingException("Line " + line + " of " + file + " " + what + ".");
    }

    private static String sha256(final String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isLoopback(final String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
