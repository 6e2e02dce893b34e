package marketplace.local.layout;

import java.nio.file.Path;

/** The checkout: its configuration files, and the distribution that the build laid out in it. */
public record Home(Path root) {
    private static final String PROPERTY = "marketplace.home";

    /** The checkout that the launcher was started from. */
    public static Home ofThisProcess() {
        return new Home(
                Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize());
    }

    public Path configuration(String first, String... more) {
        return root.resolve(Path.of(first, more));
    }

    public Path distribution() {
        return root.resolve("target").resolve("dist");
    }

    /** The thin jar of a module; its class path is in its manifest. */
    public Path app(String name) {
        return distribution().resolve("apps").resolve(name + ".jar");
    }

    /** Where Kafka Connect finds its plugins. */
    public Path plugins() {
        return distribution().resolve("plugins");
    }

    /** Where class-data archives are kept. */
    public Path archives() {
        return distribution().resolve("cds");
    }
}
