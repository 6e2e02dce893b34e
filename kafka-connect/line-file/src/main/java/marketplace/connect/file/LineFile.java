package marketplace.connect.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.SyncFailedException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A file of whole lines. What is appended is there as a whole or, for its readers from the next success on, not at all.
 * Its length is what it was told to hold: whatever a failed write or a crash left behind that is written over or cut off.
 */
final class LineFile implements Closeable {
    private static final int BLOCK = 8192;

    private final FileChannel channel;
    private long length;
    private boolean untold;

    /**
     * Takes a file as it is; {@link #cutTo} or {@link #cutTornLine} comes next.
     *
     * @param channel open for reading and writing; closed with this
     */
    LineFile(final FileChannel channel) {
        this.channel = channel;
    }

    /** How many bytes of it count. */
    long length() {
        return length;
    }

    long sizeOnDisk() throws IOException {
        return channel.size();
    }

    /** Forgets what is behind the first so many bytes. */
    void cutTo(final long bytes) throws IOException {
        channel.truncate(bytes);
        length = bytes;
    }

    /** Forgets what is behind the last line break. */
    void cutTornLine() throws IOException {
        cutTo(endOfLastLine());
    }

    private long endOfLastLine() throws IOException {
        long end = channel.size();
        while (end > 0) {
            final long begin = Math.max(0, end - BLOCK);
            final ByteBuffer block = ByteBuffer.allocate((int) (end - begin));
            while (block.hasRemaining() && channel.read(block, begin + block.position()) >= 0) {}
            for (int i = block.position() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return begin + i + 1;
                }
            }
            end = begin;
        }
        return 0;
    }

    /**
     * Appends lines, each with its line break.
     *
     * @throws IOException if not all of them could be written; then none of them counts
     * @throws SyncFailedException if {@link #sync} failed with it before
     */
    void append(final ByteBuffer lines) throws IOException {
        refuseIfUntold();
        long position = length;
        try {
            while (lines.hasRemaining()) {
                position += channel.write(lines, position);
            }
        } catch (final IOException e) {
            cutRest(e);
            throw e;
        }
        length = position;
    }

    /** So that whoever reads the file meanwhile sees no torn line. */
    private void cutRest(final IOException reason) {
        try {
            channel.truncate(length);
        } catch (final IOException e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Returns when all of it, and nothing else, is on the disk.
     *
     * @throws SyncFailedException if the disk did not keep it. What is in the file since the last success is not known
     *     then, and trying again tells no more: an operating system may forget what it failed to write
     */
    void sync() throws IOException {
        refuseIfUntold();
        if (channel.size() > length) {
            channel.truncate(length);
        }
        try {
            channel.force(true);
        } catch (final IOException e) {
            untold = true;
            throw (SyncFailedException) new SyncFailedException(e.getMessage()).initCause(e);
        }
    }

    private void refuseIfUntold() throws SyncFailedException {
        if (untold) {
            throw new SyncFailedException("the disk did not keep what was written before");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
