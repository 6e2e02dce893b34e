package marketplace.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import marketplace.local.HeldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A platform of small real processes, and what was heard of it. */
abstract class PlatformFixture {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration GRACE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    final HeldClock clock = new HeldClock(NOON);
    final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    Shell shell;
    Platform platform;

    @BeforeEach
    void begin() {
        shell = new Shell(folder);
        platform = of();
    }

    @AfterEach
    void leave_nothing_behind() throws InterruptedException {
        platform.stop();
    }

    Platform of(Part... parts) {
        return new Platform(List.of(parts), this::heard, clock, GRACE);
    }

    static Step step(String name, String... needs) {
        return new Step(name, Set.of(needs), () -> "done");
    }

    void heard(PartStatus status) {
        changes.add(status.name() + " " + status.state().label());
    }

    boolean start() {
        try {
            return platform.start();
        } catch (PartFailed failure) {
            throw new UncheckedIOException(new IOException(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    PartState state(String name) {
        return status(name).state();
    }

    PartStatus status(String name) {
        return platform.status().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
