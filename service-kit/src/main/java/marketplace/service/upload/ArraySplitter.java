package marketplace.service.upload;

/**
 * Cuts a JSON array into its elements; a value that stands alone is taken for its only element. It looks at brackets,
 * commas and quotation marks only: whether an element is sound JSON is for its reader to say.
 */
final class ArraySplitter implements ItemSplitter {
    private enum State {
        START,
        BEFORE_FIRST,
        BEFORE_ELEMENT,
        IN_ELEMENT,
        AFTER_ARRAY
    }

    private final PartialItem partial;
    private State state = State.START;
    private boolean single;
    private boolean inText;
    private boolean escaped;
    private int depth;
    private long index;

    ArraySplitter(final int longest) {
        this.partial = new PartialItem(longest);
    }

    @Override
    public void feed(final byte[] bytes, final Items items) throws BrokenUploadException {
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (state == State.IN_ELEMENT) {
                if (endsBefore(bytes[at])) {
                    partial.append(bytes, start, at - start);
                    partial.deliver(index++, items);
                    state = bytes[at] == ',' ? State.BEFORE_ELEMENT : State.AFTER_ARRAY;
                }
            } else if (!isSpace(bytes[at])) {
                between(bytes[at]);
                start = at;
            }
        }
        if (state == State.IN_ELEMENT) {
            partial.append(bytes, start, bytes.length - start);
        }
    }

    /** Takes a byte of an element; whether it is the comma or the bracket that follows the element instead. */
    private boolean endsBefore(final byte b) {
        if (inText) {
            inText = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return false;
        }
        switch (b) {
            case '"' -> inText = true;
            case '{', '[' -> depth++;
            case '}', ']' -> {
                if (depth == 0) {
                    return !single;
                }
                depth--;
            }
            case ',' -> {
                return depth == 0 && !single;
            }
            default -> {
                // Belongs to the element.
            }
        }
        return false;
    }

    private void between(final byte b) throws BrokenUploadException {
        switch (state) {
            case START -> {
                if (b == '[') {
                    state = State.BEFORE_FIRST;
                } else {
                    single = true;
                    enter(b);
                }
            }
            case BEFORE_FIRST, BEFORE_ELEMENT -> {
                if (b == ']' && state == State.BEFORE_FIRST) {
                    state = State.AFTER_ARRAY;
                } else if (b == ',' || b == ']') {
                    throw new BrokenUploadException("Element " + index + " of the array is missing.");
                } else {
                    enter(b);
                }
            }
            default -> throw new BrokenUploadException("Something follows the end of the array.");
        }
    }

    private void enter(final byte b) {
        state = State.IN_ELEMENT;
        endsBefore(b);
    }

    @Override
    public void end(final Items items) throws BrokenUploadException {
        if (state == State.IN_ELEMENT && single) {
            partial.deliver(index, items);
        } else if (state == State.START) {
            throw new BrokenUploadException("The body is empty.");
        } else if (state != State.AFTER_ARRAY) {
            throw new BrokenUploadException("The array breaks off at element " + index + ".");
        }
    }

    @Override
    public int held() {
        return partial.held();
    }

    private static boolean isSpace(final byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
