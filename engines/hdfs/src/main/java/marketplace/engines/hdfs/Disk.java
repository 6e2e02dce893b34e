package marketplace.engines.hdfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The disk that a node keeps its data on. */
final class Disk {
    private static final long MEGABYTE = 1L << 20;

    private Disk() {}

    /**
     * Makes the folder of a node's data.
     *
     * @param reserved how many bytes of the disk are not HDFS' to use
     * @throws IOException if no more than those are free: every write would be refused
     */
    static void prepare(Path folder, long reserved) throws IOException {
        Files.createDirectories(folder);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free <= reserved) {
            throw new IOException("only " + free / MEGABYTE + " MB are free where " + folder + " is, and "
                    + reserved / MEGABYTE + " MB of them are reserved");
        }
    }
}
