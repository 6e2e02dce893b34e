package marketplace.local.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;

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

    /** Where programs are kept that are not of Maven's: those of the operating system's packages. */
    public Path tools() {
        return root.resolve("target").resolve("tools");
    }

    /** The one file in a folder of the distribution whose name is like that; its version is the build's affair. */
    public Path only(String folder, String glob) {
        try (var files = Files.newDirectoryStream(distribution().resolve(folder), glob)) {
            return files.iterator().next();
        } catch (IOException | NoSuchElementException missing) {
            throw new IllegalStateException(
                    "There is no " + folder + "/" + glob + " in " + distribution() + ": build it with ./mvnw package.",
                    missing);
        }
    }
}
