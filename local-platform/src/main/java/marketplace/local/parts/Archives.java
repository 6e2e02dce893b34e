package marketplace.local.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketplace.local.layout.Home;

/**
 * Class-data archives: what a program loaded at its first start, kept in a form that the next start maps into
 * memory. A process records its archive when it leaves in an orderly way; an archive that does not fit its jars or
 * the Java version is passed over by the JVM itself.
 */
public final class Archives {
    private final Home home;
    private final Map<Path, Path> recording = new LinkedHashMap<>();

    public Archives(Home home) {
        this.home = home;
    }

    /** The flags with which a program uses its archive, or records one. */
    List<String> flags(String app, boolean records) {
        Path archive = archive(app);
        if (isCurrent(archive, app)) {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        }
        if (!records || !mayWrite()) {
            return List.of();
        }
        Path unfinished = archive.resolveSibling(
                archive.getFileName() + "." + ProcessHandle.current().pid());
        recording.put(unfinished, archive);
        return List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Whether any program records one when it leaves. */
    public boolean isRecording() {
        return !recording.isEmpty();
    }

    /** Called when every process is gone: what they recorded becomes the archives of the next start. */
    public void keep() throws IOException {
        for (var entry : recording.entrySet()) {
            if (isWhole(entry.getKey())) {
                Files.move(entry.getKey(), entry.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.deleteIfExists(entry.getKey());
        }
        if (mayWrite()) {
            forgetThoseOfTheDead();
        }
    }

    /**
     * A process that was killed while it recorded leaves the beginning of an archive, which no start would use and none
     * would replace. The JVM writes the first bytes last.
     */
    private static boolean isWhole(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        try (var bytes = Files.newInputStream(archive)) {
            return bytes.read() > 0;
        }
    }

    /** A launcher that was killed leaves unfinished archives; their names end with its process id. */
    private void forgetThoseOfTheDead() throws IOException {
        try (var unfinished = Files.newDirectoryStream(home.archives(), Archives::isUnfinished)) {
            for (Path file : unfinished) {
                var name = file.getFileName().toString();
                long launcher = Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
                if (ProcessHandle.of(launcher).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().matches(".+\\.jsa\\.[0-9]{1,18}");
    }

    /** One archive for each module and each Java; one that is older than the module was recorded from another build. */
    Path archive(String app) {
        var java = Integer.toHexString(
                (System.getProperty("java.vm.version") + System.getProperty("java.home")).hashCode());
        return home.archives().resolve(app + "-" + java + ".jsa");
    }

    private boolean isCurrent(Path archive, String app) {
        try {
            return isWhole(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(home.app(app))) > 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private boolean mayWrite() {
        try {
            Files.createDirectories(home.archives());
            return Files.isWritable(home.archives());
        } catch (IOException readOnly) {
            return false;
        }
    }
}
