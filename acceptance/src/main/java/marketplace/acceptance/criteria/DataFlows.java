package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import marketplace.acceptance.platform.Sighting;
import marketplace.acceptance.platform.Waiting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** What a shop, a client and the search say travels to every place that is to have it. */
final class DataFlows implements Criterion {
    @Override
    public int number() {
        return 1;
    }

    @Override
    public String title() {
        return "data flows between all services";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final Visitor visitor = ground.visitor();
        final String product = visitor.own("flow");
        visitor.publish(List.of(product), "Проверка " + visitor.own("flow"));
        crosses(ground, evidence, Topics.PRODUCTS.name(), product, "what a shop published");
        crosses(ground, evidence, Topics.ALLOWED_PRODUCTS.name(), product, "what the ban filter let pass");
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> ground.documents("products", "product_id", product) == 1),
                "the product %s is in Elasticsearch",
                product);
        search(ground, evidence, product);
        tell(ground, evidence, product);
        return evidence.finding();
    }

    private static void search(final Ground ground, final Evidence evidence, final String product)
            throws IOException, InterruptedException {
        final String client = ground.visitor().own("searcher");
        final JsonNode found = ground.ask(ground.requests().search(product, client));
        evidence.holds(
                found.path("products").findValuesAsText("product_id").contains(product),
                "client-api finds it: %d hits in %d ms",
                found.path("total").asLong(),
                found.path("took_ms").asLong());
        final String query = found.path("query_id").asText();
        crosses(ground, evidence, Topics.SEARCH_PRODUCTS.name(), query, "the search");
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> ground.documents("search-products", "query_id", query) == 1),
                "the search is in Elasticsearch");
    }

    private static void tell(final Ground ground, final Evidence evidence, final String product)
            throws IOException, InterruptedException {
        final String client = ground.visitor().own("viewer");
        ground.visitor()
                .tell("[{\"kind\":\"view\",\"client_id\":\"" + client + "\",\"product_id\":\"" + product + "\"}]", 1);
        crosses(ground, evidence, Topics.CLIENT_EVENTS.name(), client, "what a client did");
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> ground.documents("client-events", "client_id", client) == 1),
                "what the client did is in Elasticsearch");
    }

    private static void crosses(
            final Ground ground, final Evidence evidence, final String topic, final String key, final String what)
            throws IOException, InterruptedException {
        final Optional<Sighting> here =
                ground.lookout().await(Cluster.PRIMARY, topic, key, sighting -> true, Ground.PATIENCE);
        if (!evidence.holds(here.isPresent(), "%s is on %s", what, place(here, topic))) {
            return;
        }
        final Optional<Sighting> there = ground.lookout()
                .await(Cluster.TARGET, topic, key, sighting -> sighting.isSameAs(here.get()), Ground.PATIENCE);
        evidence.holds(there.isPresent(), "the same bytes are on %s", place(there, topic));
    }

    private static String place(final Optional<Sighting> sighting, final String topic) {
        return sighting.map(Sighting::place).orElse(topic);
    }
}
