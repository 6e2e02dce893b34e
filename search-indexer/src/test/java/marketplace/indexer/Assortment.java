package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import marketplace.schemas.Topics;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Products of one test, which all change in the same rounds. */
final class Assortment {
    static final int SIZE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TargetTopics topics;
    private final Index index;
    /** In each of their ids, and all of it in what they are found by. */
    private final String mark;

    Assortment(final TargetTopics topics, final Index index, final String mark) {
        this.topics = topics;
        this.index = index;
        this.mark = mark;
    }

    void publish(final int round) {
        for (int product = 0; product < SIZE; product++) {
            final String id = id(product);
            topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, name(round), mark));
        }
        topics.flush();
    }

    void withdraw() {
        for (int product = 0; product < SIZE; product++) {
            topics.put(Topics.ALLOWED_PRODUCTS, id(product), null);
        }
        topics.flush();
    }

    long found() {
        return index.count("products", "sku", mark);
    }

    /** Waits until all are found as they were in a round. */
    void await(final int round) {
        patiently(() -> assertThat(found() == SIZE ? namesThatAreNot(round) : List.of("too few"))
                .isEmpty());
    }

    void awaitNone() {
        patiently(() -> assertThat(found()).isZero());
    }

    private static void patiently(final ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(assertion);
    }

    private List<String> namesThatAreNot(final int round) {
        final List<String> wrong = new ArrayList<>();
        index.post("/products/_search", "{\"size\":1000,\"query\":{\"term\":{\"sku\":\"" + mark + "\"}}}")
                .at("/hits/hits")
                .forEach(hit -> {
                    final String name = hit.at("/_source/name").asText();
                    if (!name.equals(name(round))) {
                        wrong.add(name);
                    }
                });
        return wrong;
    }

    private String id(final int product) {
        return mark + "-" + product;
    }

    private static String name(final int round) {
        return "версия " + round;
    }
}
