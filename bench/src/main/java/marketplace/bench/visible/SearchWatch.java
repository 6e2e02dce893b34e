package marketplace.bench.visible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import marketplace.bench.products.SampleProducts;
import marketplace.tool.load.Http;

/**
 * Sees events come into the search: it asks for what was written since it last asked, again and again, through the alias
 * that client-api asks through, too. A search sees what a refresh has brought, as a client does.
 *
 * <p>Writes are numbered by Elasticsearch. To ask by number costs it little, however many events are under way, so it has
 * its time for what is measured.
 */
final class SearchWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(80);
    private static final int MOST_AT_A_TIME = 5_000;
    /** Writes that ran beside each other may be found in another order than that of their numbers. */
    private static final int BESIDE_EACH_OTHER = 100;

    private static final String WRITE = "_seq_no";
    private static final int CLOSING_MS = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http = new Http();
    private final String search;
    private final Instant since;
    private final Sightings sightings;
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final Thread thread;
    private long highest;

    /** @param since when the versions that count were changed last; older ones of the same products do not */
    SearchWatch(final String elasticsearch, final Instant since, final Sightings sightings) {
        this.since = since;
        this.search = elasticsearch + "/products/_search";
        this.sightings = sightings;
        this.thread = new Thread(this::run, "search-watch");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (final IOException e) {
            failure.set(e);
        }
    }

    private void look() throws IOException, InterruptedException {
        final ObjectNode request = JSON.createObjectNode();
        request.put("size", MOST_AT_A_TIME).put("_source", false).put("track_total_hits", false);
        request.putArray("sort").addObject().put(WRITE, "asc");
        final ArrayNode conditions =
                request.putObject("query").putObject("bool").putArray("filter");
        conditions.addObject().putObject("range").putObject(WRITE).put("gt", highest - BESIDE_EACH_OTHER);
        conditions.addObject().putObject("range").putObject("updated_at").put("gte", since.toString());
        final JsonNode answer =
                http.ask(Http.post(search, Http.JSON, request.toString().getBytes(StandardCharsets.UTF_8)));
        final long now = System.nanoTime();
        for (final JsonNode hit : answer.at("/hits/hits")) {
            highest = Math.max(highest, hit.at("/sort/0").asLong());
            SampleProducts.number(hit.path("_id").asText()).ifPresent(number -> sightings.see(number, now));
        }
    }

    /** @throws IOException why it does not look any more, if it does not */
    void check() throws IOException {
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSING_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
