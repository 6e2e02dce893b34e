package marketplace.acceptance;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The main classes of all modules, as the build compiled them. */
final class CompiledHouse {
    private static final Set<String> WITHOUT_MODULES = Set.of("src", "target", "node_modules");

    private CompiledHouse() {}

    /**
     * Reads the classes of every module below the root.
     *
     * @throws AssertionError if a module has sources and is not compiled
     */
    static JavaClasses read() throws IOException {
        var root = Path.of(System.getProperty("marketplace.home", ".."))
                .toAbsolutePath()
                .normalize();
        var compiled = new ArrayList<Path>();
        var missing = new ArrayList<Path>();
        for (Path module : modules(root)) {
            var classes = module.resolve("target").resolve("classes");
            if (Files.isDirectory(classes)) {
                compiled.add(classes);
            } else if (Files.isDirectory(module.resolve("src/main/java"))) {
                missing.add(root.relativize(module));
            }
        }
        if (!missing.isEmpty()) {
            throw new AssertionError("Not compiled: " + missing
                    + ". Compile everything first: ./mvnw test-compile. If it was compiled after"
                    + " this module, name it in acceptance/pom.xml as the others are named there.");
        }
        return new ClassFileImporter().importPaths(compiled);
    }

    private static List<Path> modules(Path root) throws IOException {
        var modules = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = folder.getFileName().toString();
                if (!folder.equals(root) && (name.startsWith(".") || WITHOUT_MODULES.contains(name))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (Files.exists(folder.resolve("pom.xml"))) {
                    modules.add(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return modules;
    }
}
