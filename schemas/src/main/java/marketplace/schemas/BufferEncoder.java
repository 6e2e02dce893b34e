package marketplace.schemas;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding, straight into one growing array: no stream in between, and no copy but the last. Not safe for
 * use by several threads at once.
 */
final class BufferEncoder extends Encoder {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_VARINT = 10;
    private static final int MOST_BYTES_PER_CHAR = 3;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] buffer = new byte[512];
    private int position;

    /** Forgets what was written, and begins a record with the magic byte and the id of its schema. */
    void begin(final int schemaId) {
        position = WireFormat.PREFIX;
        WireFormat.putPrefix(buffer, schemaId);
    }

    /** Forgets what was written, and begins a record without a prefix. */
    void beginBare() {
        position = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(buffer, position);
    }

    int capacity() {
        return buffer.length;
    }

    private void ensure(final long more) {
        if (more > buffer.length - position) {
            final long needed = position + more;
            if (needed > LARGEST) {
                throw new IllegalStateException("A record of more than " + LARGEST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(LARGEST, Math.max(needed, 2L * buffer.length)));
        }
    }

    @Override
    public void writeNull() {}

    @Override
    public void writeBoolean(final boolean value) {
        ensure(1);
        buffer[position++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void writeInt(final int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(final long value) {
        ensure(LONGEST_VARINT);
        position = putVarint(value, position);
    }

    private int putVarint(final long value, final int at) {
        int p = at;
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            buffer[p++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[p++] = (byte) rest;
        return p;
    }

    @Override
    public void writeFloat(final float value) {
        ensure(Float.BYTES);
        INT.set(buffer, position, Float.floatToRawIntBits(value));
        position += Float.BYTES;
    }

    @Override
    public void writeDouble(final double value) {
        ensure(Double.BYTES);
        LONG.set(buffer, position, Double.doubleToRawLongBits(value));
        position += Double.BYTES;
    }

    @Override
    public void writeString(final Utf8 value) {
        writeBytes(value.getBytes(), 0, value.getByteLength());
    }

    @Override
    public void writeString(final String value) {
        final int length = value.length();
        ensure(LONGEST_VARINT + (long) MOST_BYTES_PER_CHAR * length);
        // The length comes first and is not known yet: leave the room it takes if all is ASCII, and move if it is not.
        final int start = putVarint(length, position);
        final int end = putUtf8(value, start);
        if (end - start == length) {
            position = end;
            return;
        }
        final int room = start - position;
        final int needed = varintLength(end - start);
        if (needed != room) {
            System.arraycopy(buffer, start, buffer, position + needed, end - start);
        }
        putVarint(end - start, position);
        position += needed + end - start;
    }

    private int putUtf8(final String value, final int at) {
        final byte[] to = buffer;
        final int length = value.length();
        int p = at;
        int i = 0;
        for (; i < length; i++) {
            final char c = value.charAt(i);
            if (c >= 0x80) {
                break;
            }
            to[p++] = (byte) c;
        }
        for (; i < length; i++) {
            final char c = value.charAt(i);
            if (c < 0x80) {
                to[p++] = (byte) c;
            } else if (c < 0x800) {
                to[p++] = (byte) (0xC0 | (c >> 6));
                to[p++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                to[p++] = (byte) (0xE0 | (c >> 12));
                to[p++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[p++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                final int point = Character.toCodePoint(c, value.charAt(++i));
                to[p++] = (byte) (0xF0 | (point >> 18));
                to[p++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[p++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[p++] = (byte) (0x80 | (point & 0x3F));
            } else {
                // Half a surrogate pair is no character; String.getBytes writes the same.
                to[p++] = '?';
            }
        }
        return p;
    }

    private static int varintLength(final int value) {
        final long zigzag = (long) value << 1;
        return (Long.SIZE - Long.numberOfLeadingZeros(zigzag | 1) + 6) / 7;
    }

    @Override
    public void writeBytes(final ByteBuffer value) {
        final int length = value.remaining();
        writeLong(length);
        ensure(length);
        value.duplicate().get(buffer, position, length);
        position += length;
    }

    @Override
    public void writeBytes(final byte[] value, final int start, final int length) {
        writeLong(length);
        writeFixed(value, start, length);
    }

    @Override
    public void writeFixed(final byte[] value, final int start, final int length) {
        ensure(length);
        System.arraycopy(value, start, buffer, position, length);
        position += length;
    }

    @Override
    public void writeEnum(final int index) {
        writeLong(index);
    }

    @Override
    public void writeArrayStart() {}

    @Override
    public void setItemCount(final long count) {
        if (count > 0) {
            writeLong(count);
        }
    }

    @Override
    public void startItem() {}

    @Override
    public void writeArrayEnd() {
        writeLong(0);
    }

    @Override
    public void writeMapStart() {}

    @Override
    public void writeMapEnd() {
        writeLong(0);
    }

    @Override
    public void writeIndex(final int index) {
        writeLong(index);
    }

    @Override
    public void flush() {}
}
