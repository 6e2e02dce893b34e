package marketplace.schemas;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary encoding from an array that may be hostile. No length is believed before it is held against the
 * bytes that are there, so what is allocated stays in proportion to the payload. Throws {@link EOFException} where the
 * bytes end too early and another {@link IOException} where they make no sense.
 */
final class BufferDecoder extends Decoder {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Items that take no bytes at all, such as nulls, are bounded by this and not by the payload. */
    private static final int EMPTY_ITEMS = 4096;

    private static final int LONGEST_VARINT_SHIFT = 63;

    private final byte[] buffer;
    private final int end;
    private int position;
    private long itemsLeft;

    BufferDecoder(final byte[] buffer, final int start) {
        this.buffer = buffer;
        this.position = start;
        this.end = buffer.length;
        // Any item but an empty one takes at least one byte of its own.
        this.itemsLeft = (long) end - start + EMPTY_ITEMS;
    }

    int remaining() {
        return end - position;
    }

    /** Moves on by so many bytes and answers where they begin. */
    private int take(final long length) throws IOException {
        if (length < 0) {
            throw new IOException("A negative length at byte " + position);
        }
        if (length > end - position) {
            throw new EOFException(length + " bytes wanted at byte " + position + " of " + end);
        }
        final int start = position;
        position += (int) length;
        return start;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        final byte value = buffer[take(1)];
        if (value != 0 && value != 1) {
            throw new IOException("A boolean that is " + value);
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        final long value = readLong();
        if ((int) value != value) {
            throw new IOException("An int that is " + value);
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        if (position < end) {
            final long first = buffer[position];
            if (first >= 0) {
                position++;
                return (first >>> 1) ^ -(first & 1);
            }
        }
        return readLongVarint();
    }

    private long readLongVarint() throws IOException {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_VARINT_SHIFT; shift += 7) {
            if (position >= end) {
                throw new EOFException("A number is cut off at byte " + position);
            }
            final byte b = buffer[position++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("A number that does not end before byte " + position);
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) INT.get(buffer, take(Float.BYTES)));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble((long) LONG.get(buffer, take(Double.BYTES)));
    }

    @Override
    public String readString() throws IOException {
        final long length = readLong();
        return new String(buffer, take(length), (int) length, StandardCharsets.UTF_8);
    }

    @Override
    public Utf8 readString(final Utf8 old) throws IOException {
        return new Utf8(readByteArray());
    }

    @Override
    public void skipString() throws IOException {
        take(readLong());
    }

    @Override
    public ByteBuffer readBytes(final ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(readByteArray());
    }

    private byte[] readByteArray() throws IOException {
        final long length = readLong();
        final int start = take(length);
        return Arrays.copyOfRange(buffer, start, start + (int) length);
    }

    @Override
    public void skipBytes() throws IOException {
        take(readLong());
    }

    @Override
    public void readFixed(final byte[] bytes, final int start, final int length) throws IOException {
        System.arraycopy(buffer, take(length), bytes, start, length);
    }

    @Override
    public void skipFixed(final int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readBlock();
    }

    @Override
    public long arrayNext() throws IOException {
        return readBlock();
    }

    @Override
    public long readMapStart() throws IOException {
        return readBlock();
    }

    @Override
    public long mapNext() throws IOException {
        return readBlock();
    }

    private long readBlock() throws IOException {
        long count = readLong();
        if (count < 0) {
            // A negative count is followed by the block's size in bytes, for those who want to skip it.
            readLong();
            count = -count;
        }
        return claimItems(count);
    }

    private long claimItems(final long count) throws IOException {
        if (count < 0 || count > itemsLeft) {
            throw new IOException("A collection of " + count + " items at byte " + position + " of " + end);
        }
        itemsLeft -= count;
        return count;
    }

    @Override
    public long skipArray() throws IOException {
        return skipBlocks();
    }

    @Override
    public long skipMap() throws IOException {
        return skipBlocks();
    }

    private long skipBlocks() throws IOException {
        long count = readLong();
        while (count < 0) {
            take(readLong());
            count = readLong();
        }
        return claimItems(count);
    }
}
