package marketplace.service.upload;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import marketplace.service.http.Problem;
import org.reactivestreams.Publisher;

/** Receives uploads, as many at a time as there is room for. */
@Singleton
public final class Uploads {
    /** Newline-delimited JSON. */
    public static final String NDJSON = "application/x-ndjson";

    private final ExecutorService workers;
    private final int most;
    private final int longestItem;
    private final long mostHeld;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();

    Uploads(
            @Named("uploads") final ExecutorService workers,
            @Value("${uploads.most}") final int most,
            @Value("${uploads.longest-item}") final int longestItem,
            @Value("${uploads.held-bytes}") final long mostHeld) {
        this.workers = workers;
        this.most = most;
        this.longestItem = longestItem;
        this.mostHeld = mostHeld;
    }

    /**
     * Receives the body of a request: NDJSON by its content type, else a JSON array or one object.
     *
     * @return the answer, once every item that was accepted is where it cannot be lost
     */
    public <T> CompletionStage<HttpResponse<?>> receive(
            final HttpRequest<?> request, final ItemReader<T> reader, final ItemSink<T> sink) {
        if (running.incrementAndGet() > most) {
            running.decrementAndGet();
            return CompletableFuture.completedFuture(refusal());
        }
        return receive(
                        framing(request),
                        ((ServerHttpRequest<?>) request).byteBody().toByteArrayPublisher(),
                        reader,
                        sink)
                .whenComplete((answer, failure) -> running.decrementAndGet());
    }

    /** Whether a request has a body at all. */
    public static boolean hasBody(final HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request).byteBody().expectedLength().orElse(1) > 0;
    }

    /** Receives a JSON array that did not come as a body: nobody can be slow with it, so there is always room. */
    public <T> CompletionStage<HttpResponse<?>> receive(
            final byte[] array, final ItemReader<T> reader, final ItemSink<T> sink) {
        return receive(Framing.ARRAY, Publishers.just(array), reader, sink);
    }

    private <T> CompletionStage<HttpResponse<?>> receive(
            final Framing framing, final Publisher<byte[]> bytes, final ItemReader<T> reader, final ItemSink<T> sink) {
        final Upload<T> upload = new Upload<>(framing, longestItem, reader, sink, workers, new Share());
        bytes.subscribe(upload);
        return upload.report().thenApply(UploadAnswer::of);
    }

    /** Ends the connection too: one that is kept for a body that nobody reads is one that somebody else cannot have. */
    private HttpResponse<?> refusal() {
        return Problem.unavailable("There are " + most + " uploads at a time already.")
                .problem()
                .asResponse()
                .header(HttpHeaders.CONNECTION, "close");
    }

    private static Framing framing(final HttpRequest<?> request) {
        final MediaType type = request.getContentType().orElse(MediaType.APPLICATION_JSON_TYPE);
        return type.getName().equals(NDJSON) ? Framing.LINES : Framing.ARRAY;
    }

    /** One upload's share of the memory for items that have not come to their end. */
    private final class Share implements IntConsumer {
        private int mine;

        @Override
        public void accept(final int bytes) {
            final int more = bytes - mine;
            mine = bytes;
            if (held.addAndGet(more) > mostHeld && more > 0) {
                throw new CrowdedException();
            }
        }
    }

    /** Too many uploads hold parts of items at a time. */
    static final class CrowdedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CrowdedException() {
            super("Too many uploads have sent a part of an item and not the rest.", null, false, false);
        }
    }
}
