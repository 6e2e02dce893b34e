package marketplace.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.UnaryOperator;
import marketplace.local.layout.Home;

/**
 * The settings of a test run, which are system properties.
 *
 * @param containers whether engines come from containers rather than from the distribution
 * @param keep whether data and logs stay after the last test
 * @param home the checkout
 */
record Settings(
        boolean containers,
        boolean keep,
        String kafkaImage,
        String registryImage,
        String elasticsearchImage,
        Home home) {
    private static final String ENGINES = "marketplace.engines";
    private static final String HOME = "marketplace.home";

    static Settings ofThisProcess() {
        return of(System::getProperty, Path.of("").toAbsolutePath());
    }

    /**
     * Reads the settings.
     *
     * @param properties answers a property's value, or null
     * @param here where the process runs, in the checkout
     * @throws EnginesException if a value makes no sense
     */
    static Settings of(UnaryOperator<String> properties, Path here) {
        var images = defaultImages();
        return new Settings(
                containers(properties.apply(ENGINES)),
                Boolean.parseBoolean(properties.apply(ENGINES + ".keep")),
                orElse(properties.apply(ENGINES + ".kafka.image"), images.getProperty("kafka")),
                orElse(properties.apply(ENGINES + ".registry.image"), images.getProperty("registry")),
                orElse(properties.apply(ENGINES + ".elasticsearch.image"), images.getProperty("elasticsearch")),
                new Home(home(properties.apply(HOME), here)));
    }

    private static boolean containers(String from) {
        return switch (orElse(from, "local")) {
            case "local" -> false;
            case "containers" -> true;
            default -> throw new EnginesException("-D" + ENGINES + " is local or containers, not " + from + ".");
        };
    }

    private static String orElse(String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The build names the checkout; an IDE may not, but runs tests somewhere in it. */
    private static Path home(String named, Path here) {
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("marketplace")) && Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return here;
    }

    private static Properties defaultImages() {
        var images = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("images.properties")) {
            images.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return images;
    }
}
