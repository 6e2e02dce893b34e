package marketplace.shop;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Very many lines of NDJSON, made as they are read: the same for the same size. Every hundredth is bad. */
final class MillionProducts extends InputStream {
    private final String prefix;
    private final int lines;
    private byte[] line = new byte[0];
    private int at;
    private int next = 1;

    MillionProducts(final String prefix, final int lines) {
        this.prefix = prefix;
        this.lines = lines;
    }

    static boolean isBad(final int line) {
        return line % 100 == 0;
    }

    @Override
    public int read() {
        final byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(final byte[] into, final int offset, final int length) {
        int done = 0;
        while (done < length) {
            if (at == line.length) {
                if (next > lines) {
                    break;
                }
                line = line(next++).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            final int count = Math.min(length - done, line.length - at);
            System.arraycopy(line, at, into, offset + done, count);
            at += count;
            done += count;
        }
        return done == 0 ? -1 : done;
    }

    private String line(final int number) {
        final String amount = isBad(number) ? "\"dear\"" : number + ".50";
        return "{\"product_id\":\"" + prefix + number + "\",\"name\":\"Клавиатура " + number
                + "\",\"price\":{\"amount\":" + amount + ",\"currency\":\"RUB\"},\"category\":\"Компьютеры\","
                + "\"brand\":\"Тайга\",\"stock\":{\"available\":1,\"reserved\":0},\"sku\":\"KB\","
                + "\"store_id\":\"store-2\"}\n";
    }
}
