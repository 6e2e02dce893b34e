package marketplace.hadoop.lake;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;

/** HDFS, with a network that loses answers: a table's new version is in its place, and nobody is told. */
public final class LosingFileSystem extends DistributedFileSystem {
    /** How many of the next renames of a table's version are done and not answered. */
    static final AtomicInteger DONE_AND_LOST = new AtomicInteger();

    /** How many are lost before they are done. */
    static final AtomicInteger LOST = new AtomicInteger();

    @Override
    public boolean rename(final Path from, final Path to) throws IOException {
        final boolean isVersion = to.getName().matches("v\\d+\\..*");
        if (isVersion && LOST.getAndUpdate(LosingFileSystem::oneLess) > 0) {
            throw new IOException("The request was lost");
        }
        final boolean done = super.rename(from, to);
        if (isVersion && done && DONE_AND_LOST.getAndUpdate(LosingFileSystem::oneLess) > 0) {
            throw new IOException("The answer was lost");
        }
        return done;
    }

    private static int oneLess(final int number) {
        return Math.max(0, number - 1);
    }
}
