package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import marketplace.acceptance.platform.Sighting;
import marketplace.acceptance.platform.Waiting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** What clients do comes back as recommendations: on their own topic, none of them banned, better than the crowd. */
final class Recommending implements Criterion {
    private static final int CLIENTS = 8;
    private static final int PRODUCTS = 5;
    /** Of fewer clients a comparison says nothing. */
    private static final long ENOUGH_CLIENTS = 100;

    @Override
    public int number() {
        return 8;
    }

    @Override
    public String title() {
        return "recommendations: own topic, better than popularity, no banned product";
    }

    /** Spark takes its time to start. */
    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final Visitor visitor = ground.visitor();
        final List<String> products = IntStream.range(0, PRODUCTS)
                .mapToObj(number -> visitor.own("recommended-" + number))
                .toList();
        visitor.publish(products, visitor.own("recommended"));
        final String banned = products.get(0);
        visitor.ban(banned);
        final Set<String> bans = new Bans(ground).inForce();
        ground.lookout()
                .await(Cluster.TARGET, Topics.ALLOWED_PRODUCTS.name(), banned, Sighting::isTombstone, Ground.PATIENCE);
        final List<String> clients = look(ground, products);
        final LakeRuns runs = new LakeRuns(ground);
        runs.export();
        final JsonNode run = runs.recommend();
        if (!evidence.holds(
                LakeRuns.isDone(run),
                "the job came to its end after %.1f s: %s",
                run.at("/result/seconds").asDouble(),
                run.path("error").asText(run.at("/result/published").asLong() + " clients have recommendations"))) {
            return evidence.finding();
        }
        final String runId = run.path("run_id").asText();
        served(ground, evidence, clients.get(0), runId, banned);
        // What was banned or set free meanwhile is nobody's fault.
        bans.retainAll(new Bans(ground).inForce());
        published(ground, evidence, runId, clients.get(0), bans);
        quality(evidence, run.at("/result/quality"));
        return evidence.finding();
    }

    /** Each client meets all of the products but two, the banned one among those that they meet; answers who they are. */
    private static List<String> look(final Ground ground, final List<String> products)
            throws IOException, InterruptedException {
        final List<String> clients = new ArrayList<>();
        final List<String> events = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            final String client = ground.visitor().own("client-" + number);
            clients.add(client);
            for (int product = 0; product < PRODUCTS - 2; product++) {
                // The first has not met the banned one, which everybody else has.
                final int shifted = number == 0 ? product + 1 : (number + product) % PRODUCTS;
                events.add("{\"kind\":\"cart\",\"client_id\":\"" + client + "\",\"product_id\":\""
                        + products.get(shifted) + "\"}");
            }
        }
        ground.visitor().tell("[" + String.join(",", events) + "]", events.size());
        for (final String client : clients) {
            Waiting.until(
                    Ground.PATIENCE,
                    () -> ground.lookout()
                                    .seen(Cluster.TARGET, Topics.CLIENT_EVENTS.name(), client)
                                    .size()
                            >= PRODUCTS - 2);
        }
        return clients;
    }

    private static void served(
            final Ground ground, final Evidence evidence, final String client, final String runId, final String banned)
            throws IOException, InterruptedException {
        evidence.holds(
                Waiting.until(
                        Ground.PATIENCE, () -> ground.ask(ground.requests().recommendations(client))
                                .path("run_id")
                                .asText()
                                .equals(runId)),
                "client-api serves what run %s found",
                runId);
        final JsonNode answer = ground.ask(ground.requests().recommendations(client));
        final List<String> shown = answer.path("products").findValuesAsText("product_id");
        evidence.holds(
                answer.path("personal").asBoolean() && !shown.contains(banned),
                "a client who did three things is shown %d products of their own, the banned one not among them; the"
                        + " first: %s",
                shown.size(),
                answer.at("/products/0/reason").asText("none"));
    }

    private static void published(
            final Ground ground,
            final Evidence evidence,
            final String runId,
            final String client,
            final Set<String> bans)
            throws IOException, InterruptedException {
        final boolean arrived = ground.lookout()
                .await(
                        Cluster.TARGET,
                        Topics.RECOMMENDATIONS.name(),
                        client,
                        seen -> !seen.isTombstone(),
                        Ground.PATIENCE)
                .isPresent();
        if (!evidence.holds(arrived, "its record is on %s of the target cluster", Topics.RECOMMENDATIONS.name())) {
            return;
        }
        final PublishedLists lists = PublishedLists.of(ground, runId);
        final List<String> wrong =
                lists.products().stream().filter(bans::contains).toList();
        evidence.holds(
                wrong.isEmpty(),
                "%,d lists of the run were read from the topic: of %,d banned products none is in them%s",
                lists.count(),
                bans.size(),
                wrong.isEmpty() ? "" : ", but " + String.join(", ", wrong));
        evidence.figure("lists", lists.count());
    }

    private static void quality(final Evidence evidence, final JsonNode quality) {
        final long clients = quality.path("clients").asLong();
        final double model = quality.at("/model/ndcg_at_10").asDouble();
        final double popularity = quality.at("/popularity/ndcg_at_10").asDouble();
        evidence.figure("held_out_clients", clients);
        evidence.figure("ndcg_at_10", model);
        evidence.figure("ndcg_at_10_of_popularity", popularity);
        if (clients < ENOUGH_CLIENTS) {
            evidence.leftOut(
                    "the last quarter of a history could be held out of %d clients only, which is too few to compare"
                            + " with popularity; ./marketplace simulate makes more",
                    clients);
            return;
        }
        evidence.holds(
                model > popularity,
                "held out, of %,d clients: nDCG@10 %.3f, popularity %.3f; recall@10 %.3f, popularity %.3f",
                clients,
                model,
                popularity,
                quality.at("/model/recall_at_10").asDouble(),
                quality.at("/popularity/recall_at_10").asDouble());
    }
}
