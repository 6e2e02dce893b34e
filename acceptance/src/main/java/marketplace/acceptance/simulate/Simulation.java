package marketplace.acceptance.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import marketplace.acceptance.platform.Call;
import marketplace.acceptance.platform.Requests;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.load.Time;

/**
 * Plays traffic on the platform through its APIs, at a rate, without waiting for answers; but only so many requests are
 * under way at a time, and what cannot be sent in time is not sent at all.
 */
final class Simulation {
    static final String SEARCHES = "searches";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 500;
    private static final int UNDER_WAY = 128;
    private static final int REMEMBERED_SEARCHES = 10_000;
    private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(2);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Plan plan;
    private final Requests requests;
    private final Http http;
    private final Progress progress;
    private final Counts counts = new Counts();
    private final Semaphore places = new Semaphore(UNDER_WAY);
    /** The search that each visit began with, once it is answered. */
    private final Map<Long, String> queries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<Long, String> eldest) {
            return size() > REMEMBERED_SEARCHES;
        }
    };

    Simulation(final Plan plan, final Requests requests, final Http http, final Progress progress) {
        this.plan = plan;
        this.requests = requests;
        this.http = http;
        this.progress = progress;
    }

    Counts counts() {
        return counts;
    }

    /** Fills the shelves: every product of the assortment is published. */
    void open(final Assortment assortment) throws IOException, InterruptedException {
        final List<SimulatedProduct> all = assortment.all();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            progress.doing(String.format(Locale.ROOT, "filling the shelves: %,d of %,d products", from, all.size()));
            final List<String> lines = all.subList(from, Math.min(all.size(), from + AT_ONCE)).stream()
                    .map(SimulatedProduct::toJson)
                    .toList();
            accepted("products", lines.size(), http.ask(requests.publish(lines).request()));
        }
    }

    /**
     * Plays for as long as planned.
     *
     * @return how many deeds were not sent because there was no time for them
     * @throws InterruptedException if somebody pressed Ctrl-C; what was sent is counted
     */
    long play(final Traffic traffic) throws InterruptedException {
        final long begin = Time.REAL.now();
        final long end = begin + plan.load().toNanos();
        long told = begin;
        for (long number = 0; number < plan.deeds(); number++) {
            Time.REAL.await(begin + number * TimeUnit.SECONDS.toNanos(1) / plan.rate());
            if (!places.tryAcquire(Math.max(0, end - Time.REAL.now()), TimeUnit.NANOSECONDS)) {
                return plan.deeds() - number;
            }
            send(traffic.next());
            if (Time.REAL.now() - told >= TELL_EVERY) {
                told = Time.REAL.now();
                tell(told - begin);
            }
        }
        return 0;
    }

    /** Waits for the last answers. */
    void close() throws InterruptedException {
        progress.doing("waiting for the last answers");
        if (places.tryAcquire(UNDER_WAY, LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
            places.release(UNDER_WAY);
        }
    }

    private void tell(final long since) {
        progress.done(String.format(
                Locale.ROOT,
                "%4d s of %d: %,d done, %,d refused, %d under way",
                TimeUnit.NANOSECONDS.toSeconds(since),
                plan.load().toSeconds(),
                counts.done(),
                counts.refused(),
                UNDER_WAY - places.availablePermits()));
    }

    private void send(final Deed deed) {
        if (deed instanceof final Deed.Search search) {
            send(SEARCHES, requests.search(search.words(), search.client()), answer -> searched(search, answer));
        } else if (deed instanceof final Deed.Act act) {
            send(act.kind() + "s", requests.tell(event(act)), answer -> accepted(act.kind() + "s", 1, answer));
        } else if (deed instanceof final Deed.Publish publish) {
            final String kind = "new prices";
            send(kind, requests.publish(List.of(publish.product().toJson())), answer -> accepted(kind, 1, answer));
        } else if (deed instanceof final Deed.Ban ban) {
            send("bans", requests.ban(ban.product(), ban.reason()), answer -> accepted("bans", 1, answer));
        } else if (deed instanceof final Deed.Lift lift) {
            send("bans lifted", requests.liftBan(lift.product()), answer -> accepted("bans lifted", 1, answer));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What comes of it is counted; how many are under way is bounded.
    private void send(final String kind, final Call call, final Consumer<JsonNode> answered) {
        http.send(call.request()).whenComplete((answer, failure) -> {
            try {
                if (failure == null) {
                    answered.accept(JSON.readTree(answer));
                } else {
                    counts.refused(kind, 1, reason(failure));
                }
            } catch (final IOException e) {
                counts.refused(kind, 1, e.getMessage());
            } finally {
                places.release();
            }
        });
    }

    private static String reason(final Throwable failure) {
        final Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
    }

    private void accepted(final String kind, final long sent, final JsonNode answer) {
        final long accepted = answer.path("accepted").asLong();
        counts.done(kind, accepted);
        if (accepted < sent) {
            counts.refused(kind, sent - accepted, answer.path("rejected").toString());
        }
    }

    private void searched(final Deed.Search search, final JsonNode answer) {
        counts.done(SEARCHES, 1);
        if (answer.path("total").asLong() == 0) {
            counts.foundNothing();
        }
        synchronized (queries) {
            queries.put(search.session(), answer.path("query_id").asText());
        }
    }

    private String event(final Deed.Act act) {
        final ObjectNode event = JSON.createObjectNode()
                .put("kind", act.kind())
                .put("client_id", act.client())
                .put("product_id", act.product());
        synchronized (queries) {
            final String query = queries.get(act.session());
            if (query != null) {
                event.put("query_id", query);
            }
        }
        return "[" + event + "]";
    }
}
