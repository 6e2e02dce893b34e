package marketplace.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What a process uses, as far as the operating system tells. */
public final class Resources {
    private Resources() {}

    /** The memory of a process that is in RAM now; nothing where there is no {@code /proc}. */
    public static OptionalLong residentBytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }
}
