package marketplace.acceptance.criteria;

import java.nio.file.Path;
import java.util.List;

/** All of them, in the order of the design. */
public final class Criteria {
    private Criteria() {}

    /** @param home the checkout, whose documentation is looked at */
    public static List<Criterion> all(final Path home) {
        return List.of(
                new DataFlows(),
                new Rights(),
                new Replication(),
                new Mirror(),
                new BanFilter(),
                new Stored(),
                new Trends(),
                new Recommending(),
                new Watched(),
                new Documentation(home));
    }
}
