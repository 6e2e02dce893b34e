package marketplace.acceptance.criteria;

import java.nio.file.Path;
import java.util.List;

/** All of them. */
public final class Criteria {
    private Criteria() {}

    /**
     * All, for the checkout whose documentation is looked at, in the order in which they are tried: the slow one begins
     * when nothing is measured any more, and goes on while the others are tried.
     */
    public static List<Criterion> all(final Path home) {
        return List.of(
                new DataFlows(),
                new Rights(),
                new Replication(),
                new Mirror(),
                new Recommending(),
                new BanFilter(),
                new Stored(),
                new Trends(),
                new Watched(home),
                new Documentation(home));
    }
}
