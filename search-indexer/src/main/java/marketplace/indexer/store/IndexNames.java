package marketplace.indexer.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import marketplace.indexer.domain.Shelf;

/** Names of indexes: {@code SHELF-vVERSION-STAMP}. */
public final class IndexNames {
    /** The stamp of a shelf's first index: all who make it at once make the same. */
    private static final String FIRST = "0";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("(.+)-v[0-9]+-[0-9]+");

    private IndexNames() {}

    static String first(final Shelf shelf, final int version) {
        return shelf.name() + "-v" + version + "-" + FIRST;
    }

    static String next(final Shelf shelf, final int version, final Instant now) {
        return shelf.name() + "-v" + version + "-" + STAMP.format(now);
    }

    /** The name of the shelf that an index of ours is for; nothing if the index is not ours. */
    public static Optional<String> shelf(final String index) {
        final Matcher matcher = NAME.matcher(index);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
