package marketplace.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Bodies that are compressed. */
public final class Gzip {
    private static final int MEGABYTE = 1 << 20;

    private Gzip() {}

    /** A text, in UTF-8. */
    public static byte[] of(String text) {
        return zipped(text.getBytes(StandardCharsets.UTF_8), 1);
    }

    /** So many megabytes of zeros, in a thousandth of the room. */
    public static byte[] bomb(int megabytes) {
        return zipped(new byte[MEGABYTE], megabytes);
    }

    private static byte[] zipped(byte[] block, int times) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (int time = 0; time < times; time++) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
