package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.acceptance.platform.Requests;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Somebody who tries the marketplace under names of their own, publishes and bans, and leaves nothing behind that others
 * would find: bans are lifted and products taken out again. Safe for use by many threads.
 */
public final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRODUCTS = "products";
    private static final int PATIENCE_SECONDS = 30;

    private final String name;
    private final Platform platform;
    private final Requests requests;
    private final Http http;
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final Set<String> banned = ConcurrentHashMap.newKeySet();

    /** @param name what all names of this visitor begin with; nobody else's do */
    public Visitor(final String name, final Platform platform, final Requests requests, final Http http) {
        this.name = name;
        this.platform = platform;
        this.requests = requests;
        this.http = http;
    }

    /** A name that nobody else uses. */
    String own(final String suffix) {
        return name + "-" + suffix;
    }

    /** A product of the visitor's own, as a line of JSON. */
    String product(final String id, final String title) {
        final ObjectNode product = JSON.createObjectNode()
                .put("product_id", id)
                .put("name", title)
                .put("description", "Проверка платформы: товар появляется и исчезает.")
                .put("category", own("category"))
                .put("brand", name)
                .put("sku", id)
                .put("store_id", name);
        product.putObject("price").put("amount", 100).put("currency", "RUB");
        product.putObject("stock").put("available", 1).put("reserved", 0);
        return product.toString();
    }

    /**
     * Publishes products of the visitor's own.
     *
     * @throws IOException if not every one was accepted
     */
    void publish(final Collection<String> ids, final String title) throws IOException, InterruptedException {
        published.addAll(ids);
        final JsonNode answer = http.ask(
                requests.publish(ids.stream().map(id -> product(id, title)).toList())
                        .request());
        accepted(answer, ids.size());
    }

    /** Bans a product of the visitor's own. */
    void ban(final String id) throws IOException, InterruptedException {
        banned.add(id);
        accepted(http.ask(requests.ban(id, "проверка").request()), 1);
    }

    /** Lifts a ban of the visitor's own. */
    void liftBan(final String id) throws IOException, InterruptedException {
        accepted(http.ask(requests.liftBan(id).request()), 1);
        banned.remove(id);
    }

    /** Tells what clients did: a JSON array of so many events. */
    void tell(final String events, final int count) throws IOException, InterruptedException {
        accepted(http.ask(requests.tell(events).request()), count);
    }

    private static void accepted(final JsonNode answer, final int count) throws IOException {
        if (answer.path("accepted").asInt() != count) {
            throw new IOException("Of " + count + " not all were accepted: " + answer);
        }
    }

    /** Lifts the bans, and takes the products out: their shop removes them. */
    public void leave() throws IOException, InterruptedException {
        IOException failure = null;
        for (final String id : List.copyOf(banned)) {
            try {
                liftBan(id);
            } catch (final IOException e) {
                failure = e;
            }
        }
        takeOut(new LinkedHashSet<>(published));
        if (failure != null) {
            throw failure;
        }
    }

    private void takeOut(final Set<String> gone) throws IOException, InterruptedException {
        if (gone.isEmpty()) {
            return;
        }
        final Map<String, Object> settings = new HashMap<>(platform.client("primary", "shop-api"));
        settings.put("acks", "all");
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            final List<Future<?>> answers = new ArrayList<>();
            gone.forEach(id -> answers.add(producer.send(new ProducerRecord<>(PRODUCTS, id, null))));
            for (final Future<?> answer : answers) {
                answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (final ExecutionException | TimeoutException e) {
            throw new IOException("The products called " + name + "-… were not all taken out again", e);
        }
        published.removeAll(gone);
    }
}
