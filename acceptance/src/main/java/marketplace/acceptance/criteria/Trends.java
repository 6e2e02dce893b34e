package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import marketplace.acceptance.platform.Sighting;
import marketplace.acceptance.platform.Waiting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** What people search for is counted, and what they do not find. */
final class Trends implements Criterion {
    private static final int TIMES = 3;

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String title() {
        return "analytics: trends, zero-hit searches";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final Visitor visitor = ground.visitor();
        final String product = visitor.own("trend");
        final String found = "тренд " + visitor.own("trend");
        visitor.publish(List.of(product), found);
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> ground.documents("products", "product_id", product) == 1),
                "a product is there to be searched for");
        counted(ground, evidence, found, 0);
        counted(ground, evidence, visitor.own("гравицапа"), TIMES);
        return evidence.finding();
    }

    /** How often a query was counted, over all windows. */
    private record Count(long searches, long withoutHits) {}

    /** Searches for something a few times, and looks for the count. */
    private static void counted(final Ground ground, final Evidence evidence, final String query, final int withoutHits)
            throws IOException, InterruptedException {
        for (int time = 0; time < TIMES; time++) {
            ground.ask(ground.requests().search(query, ground.visitor().own("trend")));
        }
        Waiting.until(Ground.PATIENCE, () -> count(ground, query).searches() >= TIMES);
        final Count count = count(ground, query);
        evidence.holds(
                count.searches() == TIMES && count.withoutHits() == withoutHits,
                "«%s» was searched for %d times; in Elasticsearch search-trends has %d searches, %d without hits",
                query,
                TIMES,
                count.searches(),
                count.withoutHits());
        for (final Cluster cluster : Cluster.values()) {
            final Optional<Sighting> record = ground.lookout()
                    .await(cluster, Topics.SEARCH_TRENDS.name(), query, sighting -> true, Ground.PATIENCE);
            evidence.holds(
                    record.isPresent(),
                    "the count is on %s",
                    record.map(Sighting::place)
                            .orElse(Topics.SEARCH_TRENDS.name() + " of the " + cluster.label() + " cluster"));
        }
    }

    private static Count count(final Ground ground, final String query) throws IOException, InterruptedException {
        long searches = 0;
        long withoutHits = 0;
        for (final JsonNode hit : ground.ask(ground.requests().documents(Topics.SEARCH_TRENDS.name(), "query", query))
                .at("/hits/hits")) {
            searches += hit.at("/_source/searches").asLong();
            withoutHits += hit.at("/_source/zero_hits").asLong();
        }
        return new Count(searches, withoutHits);
    }
}
