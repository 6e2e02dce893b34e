package marketplace.local.preflight;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A machine with plenty of everything, until a test takes something away. */
final class FakeMachine implements Machine {
    int javaVersion = 21;
    OptionalLong availableMemory = OptionalLong.of(1L << 40);
    long freeDisk = 1L << 40;
    Path askedAbout;
    private final Map<Integer, Optional<String>> listeners = new HashMap<>();

    void listens(int port, String who) {
        listeners.put(port, Optional.ofNullable(who));
    }

    @Override
    public int javaVersion() {
        return javaVersion;
    }

    @Override
    public OptionalLong availableMemory() {
        return availableMemory;
    }

    @Override
    public long freeDisk(Path folder) {
        askedAbout = folder;
        return freeDisk;
    }

    @Override
    public boolean isFree(int port) {
        return !listeners.containsKey(port);
    }

    @Override
    public Optional<String> listenerOn(int port) {
        return listeners.getOrDefault(port, Optional.empty());
    }
}
