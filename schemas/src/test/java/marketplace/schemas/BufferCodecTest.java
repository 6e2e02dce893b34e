package marketplace.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

/** The encoder writes what Avro's own writes, and the decoder reads it back. */
class BufferCodecTest {
    private static final long SEED = 7;
    private static final int ROUNDS = 2_000;

    private final BufferEncoder ours = new BufferEncoder();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BinaryEncoder avros = EncoderFactory.get().binaryEncoder(out, null);

    @Test
    void text_of_every_kind_and_length() throws IOException {
        final Random random = new Random(SEED);
        final String[] pieces = {
            "a", "ж", "€", "🎁", "\uD800", "\uDC00", "\u0000", "\u007F", "\u0080", "\u07FF", "\u0800"
        };
        for (int i = 0; i < ROUNDS; i++) {
            final StringBuilder text = new StringBuilder("x".repeat(random.nextInt(140)));
            for (int j = random.nextInt(100); j > 0; j--) {
                text.append(pieces[random.nextInt(1 + random.nextInt(pieces.length))]);
            }
            ours.beginBare();
            ours.writeString(text.toString());
            final byte[] encoded = ours.toByteArray();

            final String asRead = new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            final BufferDecoder in = new BufferDecoder(encoded, 0);
            assertThat(in.readString()).isEqualTo(asRead);
            assertThat(in.remaining()).isZero();
            out.reset();
            avros.writeString(new Utf8(text.toString()));
            avros.flush();
            assertThat(encoded).isEqualTo(out.toByteArray());
        }
    }

    @Test
    void long_text_where_the_length_takes_more_bytes_than_the_guess() throws IOException {
        for (final int length : new int[] {31, 32, 63, 64, 4095, 4096, 8191, 8192, 1_000_000}) {
            for (final String letter : new String[] {"a", "ж", "€"}) {
                final String text = letter.repeat(length);
                ours.beginBare();
                ours.writeString(text);
                ours.writeInt(42);
                final BufferDecoder in = new BufferDecoder(ours.toByteArray(), 0);
                assertThat(in.readString()).isEqualTo(text);
                assertThat(in.readInt()).isEqualTo(42);
            }
        }
    }

    @Test
    void numbers_bytes_and_collections() throws IOException {
        final Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS; i++) {
            final long number = random.nextLong() >> random.nextInt(64);
            final byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            out.reset();
            ours.beginBare();
            for (final var encoder : new org.apache.avro.io.Encoder[] {ours, avros}) {
                encoder.writeLong(number);
                encoder.writeInt((int) number);
                encoder.writeDouble(Double.longBitsToDouble(number));
                encoder.writeFloat(Float.intBitsToFloat((int) number));
                encoder.writeBoolean(number > 0);
                encoder.writeBytes(ByteBuffer.wrap(bytes));
                encoder.writeBytes(bytes, bytes.length / 2, bytes.length / 3);
                encoder.writeFixed(bytes);
                encoder.writeString(new Utf8("ютф8"));
                encoder.writeEnum(i);
                encoder.writeIndex(i);
                encoder.writeArrayStart();
                encoder.setItemCount(1);
                encoder.startItem();
                encoder.writeNull();
                encoder.writeArrayEnd();
                encoder.writeMapStart();
                encoder.setItemCount(0);
                encoder.writeMapEnd();
                encoder.flush();
            }
            assertThat(ours.toByteArray()).isEqualTo(out.toByteArray());
            assertReadBack(number, bytes, i);
        }
    }

    private void assertReadBack(final long number, final byte[] bytes, final int i) throws IOException {
        final BufferDecoder in = new BufferDecoder(ours.toByteArray(), 0);
        assertThat(in.readLong()).isEqualTo(number);
        assertThat(in.readInt()).isEqualTo((int) number);
        assertThat(Double.doubleToRawLongBits(in.readDouble())).isEqualTo(number);
        assertThat(Float.floatToRawIntBits(in.readFloat())).isEqualTo((int) number);
        assertThat(in.readBoolean()).isEqualTo(number > 0);
        assertThat(in.readBytes(null)).isEqualTo(ByteBuffer.wrap(bytes));
        in.skipBytes();
        in.skipFixed(bytes.length);
        assertThat(in.readString(null).toString()).isEqualTo("ютф8");
        assertThat(in.readEnum()).isEqualTo(i);
        assertThat(in.readIndex()).isEqualTo(i);
        assertThat(in.readArrayStart()).isEqualTo(1);
        assertThat(in.arrayNext()).isZero();
        assertThat(in.skipMap()).isZero();
        assertThat(in.remaining()).isZero();
    }
}
