package marketplace.service.upload;

import java.util.Arrays;

/** The bytes of an item of which the end has not come yet; past a length they are counted and not kept. */
final class PartialItem {
    private static final int FIRST = 512;

    private final int longest;
    private byte[] bytes = new byte[0];
    private int length;
    private boolean tooLong;

    PartialItem(final int longest) {
        this.longest = longest;
    }

    void append(final byte[] from, final int offset, final int count) {
        if (tooLong || length + count > longest) {
            tooLong = true;
            clearBytes();
            return;
        }
        if (length + count > bytes.length) {
            final int roomy = Math.max(FIRST, Math.max(length + count, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, Math.min(roomy, longest));
        }
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    boolean isEmpty() {
        return length == 0 && !tooLong;
    }

    int held() {
        return bytes.length;
    }

    /** Hands the item over and forgets it. */
    void deliver(final long position, final ItemSplitter.Items items) {
        if (tooLong) {
            items.tooLong(position);
        } else {
            items.item(position, bytes, 0, length);
        }
        tooLong = false;
        clearBytes();
    }

    private void clearBytes() {
        length = 0;
        bytes = new byte[0];
    }
}
