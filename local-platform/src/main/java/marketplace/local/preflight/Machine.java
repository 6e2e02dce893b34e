package marketplace.local.preflight;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What there is to be asked about a machine before a platform starts on it. */
public interface Machine {
    int javaVersion();

    /** The memory that can be had without swapping; nothing if the machine does not tell. */
    OptionalLong availableMemory();

    /** The free space of the disk that a folder is on. */
    long freeDisk(Path folder) throws IOException;

    /** Whether a server could listen on the port of the loopback interface. */
    boolean isFree(int port);

    /** Who listens on the port, for people, as far as it can be told. */
    Optional<String> listenerOn(int port);
}
