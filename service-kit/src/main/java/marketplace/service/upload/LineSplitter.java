package marketplace.service.upload;

/** Cuts at line feeds. */
final class LineSplitter implements ItemSplitter {
    private final int longest;
    private final PartialItem partial;
    private long line = 1;

    LineSplitter(final int longest) {
        this.longest = longest;
        this.partial = new PartialItem(longest);
    }

    @Override
    public void feed(final byte[] bytes, final Items items) {
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                endOfLine(bytes, start, at, items);
                start = at + 1;
            }
        }
        if (start < bytes.length) {
            partial.append(bytes, start, bytes.length - start);
        }
    }

    private void endOfLine(final byte[] bytes, final int start, final int end, final Items items) {
        if (!partial.isEmpty()) {
            partial.append(bytes, start, end - start);
            deliver(items);
        } else if (end - start > longest) {
            items.tooLong(line);
        } else if (!isBlank(bytes, start, end)) {
            items.item(line, bytes, start, end - start);
        }
        line++;
    }

    @Override
    public void end(final Items items) {
        if (!partial.isEmpty()) {
            deliver(items);
        }
    }

    /** However a blank line was cut on its way, it is none that counts. */
    private void deliver(final Items items) {
        partial.deliver(line, new Items() {
            @Override
            public void item(final long position, final byte[] bytes, final int offset, final int length) {
                if (!isBlank(bytes, offset, offset + length)) {
                    items.item(position, bytes, offset, length);
                }
            }

            @Override
            public void tooLong(final long position) {
                items.tooLong(position);
            }
        });
    }

    @Override
    public int held() {
        return partial.held();
    }

    private static boolean isBlank(final byte[] bytes, final int start, final int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
                return false;
            }
        }
        return true;
    }
}
