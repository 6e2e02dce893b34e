package marketplace.client.search;

/** What somebody may be about to type. */
public record Suggestion(String text, Kind kind) {
    /** What it is the name of. */
    public enum Kind {
        PRODUCT,
        BRAND,
        CATEGORY
    }
}
