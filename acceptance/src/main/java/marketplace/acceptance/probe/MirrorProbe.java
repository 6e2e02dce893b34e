package marketplace.acceptance.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLongArray;
import marketplace.acceptance.platform.Requests;
import marketplace.acceptance.platform.Waiting;
import marketplace.tool.load.Http;
import marketplace.tool.load.OpenLoop;
import marketplace.tool.platform.Platform;

/**
 * Sends events of one client to client-api at a steady rate, one in a request, and sees them on {@code client-events}
 * of both clusters. They stay there, as views of a product that does not exist.
 */
public final class MirrorProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What comes a second time comes soon after. */
    private static final Duration A_STRIKE = Duration.ofSeconds(30);

    private static final Duration FOR_THOSE_THAT_COME_TWICE = Duration.ofSeconds(1);

    private final Platform platform;
    private final Requests requests;
    private final Http http;
    private final String client;
    private final BitSet accepted = new BitSet();

    /** @param client what the client is called, by which its events are told from all others */
    public MirrorProbe(final Platform platform, final Requests requests, final Http http, final String client) {
        this.platform = platform;
        this.requests = requests;
        this.http = http;
        this.client = client;
    }

    /** Something that happens while events flow. */
    @FunctionalInterface
    public interface Disturbance {
        void strike() throws IOException, InterruptedException;
    }

    /** Sends for so long, and strikes after a third of it. */
    public ProbeReport run(final int rate, final Duration load, final Disturbance disturbance)
            throws IOException, InterruptedException {
        final int count = (int) (rate * load.toSeconds());
        final AtomicLongArray intended = new AtomicLongArray(count);
        final Tally onPrimary = new Tally(count, rate);
        final Tally onTarget = new Tally(count, rate);
        try (ProbeReader primary = new ProbeReader(settings("primary"), prefix(), intended, onPrimary);
                ProbeReader target = new ProbeReader(settings("target"), prefix(), intended, onTarget)) {
            primary.awaitReady();
            target.awaitReady();
            final FutureTask<Void> strike = new FutureTask<>(() -> {
                disturbance.strike();
                return null;
            });
            final OpenLoop.Outcome outcome = send(rate, count, intended, strike);
            end(strike);
            final BitSet expected = accepted();
            Waiting.until(PATIENCE, () -> {
                primary.check();
                target.check();
                return onPrimary.hasAll(expected) && onTarget.hasAll(expected);
            });
            Thread.sleep(FOR_THOSE_THAT_COME_TWICE.toMillis());
            return new ProbeReport(
                    rate,
                    count,
                    outcome.failed(),
                    outcome.failure(),
                    onPrimary.side(expected),
                    onTarget.side(expected));
        }
    }

    /** Who presses Ctrl-C meanwhile waits until the strike is over: what it did is to be undone after it. */
    private OpenLoop.Outcome send(
            final int rate, final int count, final AtomicLongArray intended, final FutureTask<Void> strike)
            throws InterruptedException {
        final Thread striking = new Thread(strike, "disturbance");
        striking.setDaemon(true);
        try {
            return new OpenLoop(rate).run(count, (number, moment) -> {
                if (number == count / 3) {
                    striking.start();
                }
                intended.set(number, moment);
                return send(number);
            });
        } catch (final InterruptedException e) {
            striking.join(A_STRIKE.toMillis());
            throw e;
        }
    }

    private static void end(final FutureTask<Void> strike) throws IOException, InterruptedException {
        try {
            strike.get();
        } catch (final ExecutionException e) {
            throw new IOException(
                    "What was to happen meanwhile did not: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private CompletableFuture<?> send(final int number) {
        final String event = "[{\"event_id\":\"" + prefix() + number + "\",\"kind\":\"view\",\"client_id\":\"" + client
                + "\",\"product_id\":\"" + client + "\"}]";
        return http.send(requests.tell(event).request()).thenAccept(answer -> {
            if (!isAccepted(answer)) {
                throw new CompletionException(
                        new IOException("not accepted: " + new String(answer, StandardCharsets.UTF_8)));
            }
            synchronized (accepted) {
                accepted.set(number);
            }
        });
    }

    private static boolean isAccepted(final byte[] answer) {
        try {
            return JSON.readTree(answer).path("accepted").asInt() == 1;
        } catch (final IOException e) {
            return false;
        }
    }

    private BitSet accepted() {
        synchronized (accepted) {
            return (BitSet) accepted.clone();
        }
    }

    private String prefix() {
        return client + "-event-";
    }

    private Map<String, Object> settings(final String cluster) throws IOException {
        final Map<String, Object> settings = new HashMap<>(platform.client(cluster, "operator"));
        settings.put("schema.registry.url", platform.address("schema-registry"));
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        return settings;
    }
}
