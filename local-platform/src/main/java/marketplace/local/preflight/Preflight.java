package marketplace.local.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.FolderVersion;
import marketplace.local.layout.Ports;

/** Looks before anything starts whether it could. Each problem is one line that says what to do. */
public final class Preflight {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1L << 20;

    private final Machine machine;
    private final long memoryNeeded;
    private final long diskNeeded;

    /** A look at a machine on which a platform will need so much memory and disk, in bytes. */
    public Preflight(Machine machine, long memoryNeeded, long diskNeeded) {
        this.machine = machine;
        this.memoryNeeded = memoryNeeded;
        this.diskNeeded = diskNeeded;
    }

    /** All that stands in the way; nothing if the platform can start. */
    public List<String> problems(DataFolder folder, Ports ports) {
        var problems = new ArrayList<String>();
        java(problems);
        memory(problems);
        folder(problems, folder);
        ports(problems, ports);
        return problems;
    }

    private void java(List<String> problems) {
        if (machine.javaVersion() < OLDEST_JAVA) {
            problems.add(
                    "This is Java " + machine.javaVersion() + ": set JAVA_HOME to a JDK " + OLDEST_JAVA + " or newer.");
        }
    }

    private void memory(List<String> problems) {
        machine.availableMemory().ifPresent(available -> {
            if (available < memoryNeeded) {
                problems.add(String.format(
                        Locale.ROOT,
                        "Too little memory: %d MB are available, %d MB are needed. Close something that uses much.",
                        available / MEGABYTE,
                        memoryNeeded / MEGABYTE));
            }
        });
    }

    private void folder(List<String> problems, DataFolder folder) {
        Path root = folder.root();
        Path existing = root;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            problems.add("The data folder " + root + " cannot be written: choose another with --data.");
            return;
        }
        try {
            long free = machine.freeDisk(existing);
            if (free < diskNeeded) {
                problems.add(String.format(
                        Locale.ROOT,
                        "Too little disk: %d MB are free where %s is, %d MB are needed. Free some, or choose another"
                                + " place with --data.",
                        free / MEGABYTE,
                        root,
                        diskNeeded / MEGABYTE));
            }
            FolderVersion.problem(folder).ifPresent(problems::add);
        } catch (IOException unreadable) {
            problems.add("The data folder " + root + " cannot be read: " + unreadable.getMessage());
        }
    }

    private void ports(List<String> problems, Ports ports) {
        for (var port : ports.all().entrySet()) {
            if (!machine.isFree(port.getValue())) {
                problems.add("Port " + port.getValue() + " for " + port.getKey() + " is taken"
                        + machine.listenerOn(port.getValue())
                                .map(who -> " by " + who)
                                .orElse("")
                        + ": stop what listens there, or move this platform with --port-offset.");
            }
        }
    }
}
