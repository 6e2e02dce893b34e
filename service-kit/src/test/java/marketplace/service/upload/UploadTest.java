package marketplace.service.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import marketplace.service.http.FieldError;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

final class UploadTest {
    private final List<Receipt> receipts = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Integer> held = new ArrayList<>();
    private final Source source = new Source();
    private final Upload<String> upload = new Upload<>(
            Framing.LINES,
            100,
            fields -> fields.text("id", 20),
            (item, receipt) -> {
                taken.add(item);
                receipts.add(receipt);
            },
            Runnable::run,
            held::add);

    @Test
    void it_ends_when_every_item_has_its_receipt() {
        start();
        send("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        upload.onComplete();
        assertThat(taken).containsExactly("a", "b");

        receipts.get(0).accepted();
        assertThat(report()).isNotDone();

        receipts.get(1).rejected("id", "is odd");
        assertThat(report()).isCompletedWithValueMatching(done -> done.accepted() == 1);
        assertThat(rejections()).isEqualTo("{\"line\":2,\"errors\":[{\"field\":\"id\",\"reason\":\"is odd\"}]}");
    }

    @Test
    void the_next_bytes_are_asked_for_when_the_last_are_done() {
        start();
        assertThat(source.requested).isEqualTo(1);
        send("{\"id\":");
        assertThat(source.requested).isEqualTo(2);
        assertThat(held).last().isNotEqualTo(0);
        send("\"a\"}\n");
        assertThat(held).last().isEqualTo(0);
    }

    @Test
    void it_ends_though_the_sink_throws() {
        final Upload<String> failing = new Upload<>(
                Framing.LINES,
                100,
                fields -> fields.text("id", 20),
                (item, receipt) -> {
                    throw new IllegalStateException("closed");
                },
                Runnable::run,
                held::add);
        failing.onSubscribe(source);

        failing.onNext("{\"id\":\"a\"}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(failing.report().toCompletableFuture())
                .isCompletedWithValueMatching(done -> done.failure().isPresent());
    }

    @Test
    void what_is_rejected_is_counted_when_there_is_too_much_to_list() throws IOException {
        final Rejections rejections = new Rejections(Framing.LINES);
        final List<FieldError> errors = List.of(new FieldError("name", "x".repeat(1_000_000)));

        for (int line = 1; line <= 20; line++) {
            rejections.add(line, errors);
        }

        assertThat(rejections.count()).isEqualTo(20);
        assertThat(rejections.unlisted()).isEqualTo(4);
        try (InputStream list = rejections.elements()) {
            assertThat(list.readAllBytes()).hasSizeBetween(16_000_000, 16 * 1024 * 1024);
        }
    }

    @Test
    void a_failure_ends_it_without_reading_on() {
        start();
        send("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        receipts.get(0).failed(new IllegalStateException("no broker"));
        send("{\"id\":\"c\"}\n");
        assertThat(source.cancelled).isTrue();
        assertThat(taken).containsExactly("a", "b");
        assertThat(report()).isNotDone();

        receipts.get(1).accepted();
        assertThat(report())
                .isCompletedWithValueMatching(done -> done.accepted() == 1
                        && done.failure().map(Throwable::getMessage).orElse("").equals("no broker"));
    }

    @Test
    void a_client_that_goes_away_ends_it() {
        start();
        send("{\"id\":\"a\"}\n{\"id\":");
        upload.onError(new IOException("connection reset"));
        receipts.get(0).accepted();
        assertThat(report()).isCompletedWithValueMatching(done -> done.broken().isPresent());
        assertThat(held).last().isEqualTo(0);
    }

    @Test
    void very_many_rejections_are_all_told() {
        start();
        final int many = 30_000;
        for (int line = 0; line < many; line++) {
            send("nonsense\n");
        }
        upload.onComplete();
        assertThat(report()).isDone();
        assertThat(rejections().split("\"line\"", -1)).hasSize(many + 1);
    }

    private void start() {
        upload.onSubscribe(source);
    }

    private void send(final String text) {
        upload.onNext(text.getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<UploadReport> report() {
        return upload.report().toCompletableFuture();
    }

    private String rejections() {
        try {
            return new String(report().join().rejections().elements().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source implements Subscription {
        private int requested;
        private boolean cancelled;

        @Override
        public void request(final long more) {
            requested += (int) more;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
