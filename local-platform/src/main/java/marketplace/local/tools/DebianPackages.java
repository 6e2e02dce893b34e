package marketplace.local.tools;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import marketplace.local.layout.DataFolder;

/** The packages of Debian and Ubuntu: fetched and taken apart by anybody, with no right to install. */
final class DebianPackages implements Packages {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<Path> path;

    /** @param path the folders that the tools of the distribution are looked for in */
    DebianPackages(List<Path> path) {
        this.path = List.copyOf(path);
    }

    @Override
    public void unpack(List<String> names, Path folder) throws IOException, InterruptedException {
        if (!has("apt-get") || !has("dpkg")) {
            throw new IOException("this is no Debian or Ubuntu to fetch them from");
        }
        Files.createDirectories(folder.getParent());
        var work = Files.createTempDirectory(folder.getParent(), "fetching");
        try {
            fetch(names, work);
            var whole = Files.createDirectory(work.resolve("whole"));
            for (Path archive : archives(work)) {
                run(work, List.of("dpkg", "-x", archive.toString(), whole.toString()));
            }
            for (Path program : files(whole.resolve("usr/bin"))) {
                Relocation.relocate(program);
            }
            moveInto(whole, folder);
        } finally {
            DataFolder.delete(work);
        }
    }

    private boolean has(String program) {
        return path.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    /** A machine whose lists of packages were thrown away, as images of containers have it, reads them anew for us. */
    private static void fetch(List<String> names, Path work) throws IOException, InterruptedException {
        try {
            run(work, download(List.of(), names));
        } catch (IOException noLists) {
            Files.createDirectories(work.resolve("lists/partial"));
            Files.createDirectories(work.resolve("cache/archives/partial"));
            var ours = List.of(
                    "-o", "Dir::State::Lists=" + work.resolve("lists"), "-o", "Dir::Cache=" + work.resolve("cache"));
            run(work, apt(ours, "update"));
            run(work, download(ours, names));
        }
    }

    private static List<String> download(List<String> options, List<String> names) {
        var command = apt(options, "download");
        command.addAll(names);
        return command;
    }

    private static List<String> apt(List<String> options, String verb) {
        var command = new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User=root"));
        command.addAll(options);
        command.add(verb);
        return command;
    }

    private static List<Path> archives(Path work) throws IOException {
        return files(work).stream()
                .filter(file -> file.toString().endsWith(".deb"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Somebody else may have been here first, with the same. */
    private static void moveInto(Path whole, Path folder) throws IOException {
        try {
            Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException there) {
            DataFolder.delete(whole);
        }
    }

    private static void run(Path work, List<String> command) throws IOException, InterruptedException {
        var said = work.resolve("said");
        var process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        var line = String.join(" ", command.subList(0, 1)) + " " + command.get(command.size() - 1);
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IOException(line + " did not end within " + PATIENCE.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(line + " failed: " + lastLine(said));
        }
    }

    private static String lastLine(Path said) throws IOException {
        var lines = Files.readAllLines(said);
        return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    }
}
