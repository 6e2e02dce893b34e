package marketplace.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of new users. Never says one aloud. */
public final class Passwords {
    private final Optional<Map<String, String>> byPrincipal;

    private Passwords(Optional<Map<String, String>> byPrincipal) {
        this.byPrincipal = byPrincipal;
    }

    /** Users are left as they are: for clusters that know who connects by other means. */
    public static Passwords none() {
        return new Passwords(Optional.empty());
    }

    public static Passwords of(Map<String, String> byPrincipal) {
        return new Passwords(Optional.of(Map.copyOf(byPrincipal)));
    }

    /**
     * Reads a file of {@code principal=password} lines, a Java properties file.
     *
     * @throws CatalogueException when it cannot be read
     */
    public static Passwords load(Path file) {
        Properties properties = properties(file);
        return of(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CatalogueException(List.of(file + ": cannot be read: " + Lines.reason(e)));
        }
        return properties;
    }

    boolean given() {
        return byPrincipal.isPresent();
    }

    /** The password, unless there is none or it is blank. */
    Optional<String> of(String principal) {
        return byPrincipal.map(map -> map.get(principal)).filter(password -> !password.isBlank());
    }

    @Override
    public String toString() {
        return "Passwords of " + byPrincipal.map(Map::keySet).orElse(java.util.Set.of());
    }
}
