package marketplace.connect.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A real file on a disk that has room for so many bytes, and that can forget what it was told to keep. */
final class SmallDisk extends FileChannel {
    private final FileChannel file;
    private long room = Long.MAX_VALUE;
    private boolean keeps = true;

    SmallDisk(final FileChannel file) {
        this.file = file;
    }

    void hasRoomFor(final long bytes) {
        room = bytes;
    }

    void failsToKeep() {
        keeps = false;
    }

    @Override
    public int write(final ByteBuffer source, final long position) throws IOException {
        final long fits = Math.min(source.remaining(), room - position);
        if (fits <= 0) {
            throw new IOException("No space left on device");
        }
        final ByteBuffer part = source.slice(source.position(), (int) fits);
        final int count = file.write(part, position);
        source.position(source.position() + count);
        return count;
    }

    @Override
    public void force(final boolean metaData) throws IOException {
        if (!keeps) {
            throw new IOException("Input/output error");
        }
        file.force(metaData);
    }

    @Override
    public int read(final ByteBuffer target, final long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public FileChannel truncate(final long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public FileLock tryLock(final long position, final long size, final boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(final ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(final ByteBuffer[] targets, final int offset, final int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(final ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(final ByteBuffer[] sources, final int offset, final int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(final long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(final long position, final long count, final WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(final ReadableByteChannel source, final long position, final long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(final MapMode mode, final long position, final long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(final long position, final long size, final boolean shared) {
        throw new UnsupportedOperationException();
    }
}
