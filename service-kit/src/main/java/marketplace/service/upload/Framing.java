package marketplace.service.upload;

/** How the items of an upload are told apart, and how people count them. */
public enum Framing {
    /** One JSON object a line, counted by lines from 1; empty lines are passed over. */
    LINES("line") {
        @Override
        ItemSplitter splitter(final int longest) {
            return new LineSplitter(longest);
        }
    },
    /** The elements of a JSON array, or one object alone, counted from 0. */
    ARRAY("index") {
        @Override
        ItemSplitter splitter(final int longest) {
            return new ArraySplitter(longest);
        }
    };

    private final String position;

    Framing(final String position) {
        this.position = position;
    }

    /** What the number of an item is called in answers. */
    String position() {
        return position;
    }

    abstract ItemSplitter splitter(int longest);
}
