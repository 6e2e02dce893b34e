package marketplace.local.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import marketplace.local.control.ControlServer;
import marketplace.local.control.Controlled;
import marketplace.local.control.StatusReport;
import marketplace.local.control.StatusReport.PartReport;
import marketplace.local.layout.DataFolder;
import marketplace.local.parts.Archives;
import marketplace.local.parts.LocalPlatform;
import marketplace.local.parts.Monitoring;
import marketplace.local.parts.Setting;
import marketplace.local.platform.PartFailed;
import marketplace.local.platform.PartState;
import marketplace.local.platform.PartStatus;
import marketplace.local.platform.Platform;
import marketplace.local.platform.PlatformListener;
import marketplace.local.platform.Resources;

/** One platform in this process, from its start to its end. */
final class Launcher implements Controlled {
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** What leaves for the first time writes its archive, and all of them do at once: some seconds of work for each. */
    private static final Duration GRACE_TO_RECORD = Duration.ofSeconds(90);

    private final Setting setting;
    private final FileChannel lockFile;
    private final Archives archives;
    private final LocalPlatform local;
    private final Platform platform;
    private final ControlServer control;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final long begun = System.nanoTime();

    private volatile String phase = "starting";
    private volatile Duration readyAfter;

    private Launcher(
            Setting setting,
            Optional<Monitoring> monitoring,
            FileChannel lockFile,
            PlatformListener listener,
            Clock clock)
            throws IOException {
        this.setting = setting;
        this.lockFile = lockFile;
        this.archives = new Archives(setting.home());
        this.local = new LocalPlatform(setting, archives, clock);
        var parts = monitoring.map(local::parts).orElseGet(local::parts);
        this.platform = new Platform(parts, listener, clock, archives.isRecording() ? GRACE_TO_RECORD : GRACE);
        this.control = ControlServer.open(setting.folder(), this);
    }

    /**
     * Takes hold of the data folder.
     *
     * @return the hold, which ends with this process; nothing if another launcher has it
     */
    static FileChannel hold(DataFolder folder) throws IOException {
        DataFolder.privateFolder(folder.run());
        var channel =
                FileChannel.open(folder.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    /** @param monitoring what watches over the others, if anything does */
    static Launcher open(
            Setting setting, Optional<Monitoring> monitoring, FileChannel hold, PlatformListener listener, Clock clock)
            throws IOException {
        return new Launcher(setting, monitoring, hold, listener, clock);
    }

    /** Starts everything; returns true when it is ready, false when somebody asked for the end before that. */
    boolean start() throws PartFailed, InterruptedException {
        if (!platform.start()) {
            return false;
        }
        readyAfter = Duration.ofNanos(System.nanoTime() - begun);
        phase = "ready";
        return true;
    }

    List<PartStatus> parts() {
        return platform.status();
    }

    /** Returns when somebody asked for the end. */
    void awaitTheEnd() throws InterruptedException {
        asked.await();
    }

    @Override
    public void down() {
        asked.countDown();
        platform.abandon();
    }

    @Override
    public StatusReport status() {
        var seen = platform.status();
        var parts = seen.stream().map(PartReport::of).toList();
        long resident = parts.stream()
                        .mapToLong(part -> part.residentBytes() == null ? 0 : part.residentBytes())
                        .sum()
                + Resources.residentBytes(ProcessHandle.current().pid()).orElse(0);
        return new StatusReport(
                phase(seen),
                setting.folder().root().toString(),
                setting.ports().offset(),
                ProcessHandle.current().pid(),
                readyAfter == null ? null : readyAfter.toMillis() / 1000.0,
                resident,
                parts);
    }

    private String phase(List<PartStatus> parts) {
        boolean whole = parts.stream().allMatch(part -> part.state() == PartState.READY);
        return phase.equals("ready") && !whole ? "degraded" : phase;
    }

    @Override
    public void start(String part) throws PartFailed, InterruptedException {
        platform.start(part);
    }

    @Override
    public void stop(String part) throws InterruptedException {
        platform.stop(part);
    }

    @Override
    public void kill(String part) throws InterruptedException {
        platform.kill(part);
    }

    /** Stops everything in order and lets the data folder go. */
    void close() throws IOException, InterruptedException {
        phase = "stopping";
        local.close();
        platform.stop();
        archives.keep();
        control.close();
        lockFile.close();
    }

    static boolean isHeld(DataFolder folder) throws IOException {
        if (!Files.exists(folder.run().resolve("lock"))) {
            return false;
        }
        try (var hold = hold(folder)) {
            return hold == null;
        }
    }
}
