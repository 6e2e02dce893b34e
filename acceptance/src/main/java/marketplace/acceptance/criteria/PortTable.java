package marketplace.acceptance.criteria;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The table of the README that says which part has which port. */
final class PortTable {
    private static final String HEAD = "| part | port |";
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    private PortTable() {}

    /** The names of the parts in it; none if there is no such table. */
    static Set<String> parts(final String readme) {
        final Set<String> parts = new TreeSet<>();
        readme.lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> row.split("\\|", 3)[1])
                .forEach(cell -> NAME.matcher(cell).results().forEach(match -> parts.add(match.group(1))));
        return parts;
    }
}
