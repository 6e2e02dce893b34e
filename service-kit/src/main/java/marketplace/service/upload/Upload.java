package marketplace.service.upload;

import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import marketplace.service.http.FieldError;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One upload on its way: bytes come in as they are asked for, are worked on by a worker, and then the next are asked
 * for. It ends when every item has its receipt.
 */
final class Upload<T> implements Subscriber<byte[]> {
    private final ItemSplitter splitter;
    private final ItemReader<T> reader;
    private final ItemSink<T> sink;
    private final Executor workers;
    private final IntConsumer held;
    private final Rejections rejections;
    private final Items items = new Items();
    private final CompletableFuture<UploadReport> report = new CompletableFuture<>();

    /** What is to be done, one after the other: the end of the body may be told while its last bytes are worked on. */
    private CompletableFuture<Void> work = CompletableFuture.completedFuture(null);

    /** Items without a receipt yet, and one for the body itself until it has ended. */
    private final AtomicLong open = new AtomicLong(1);

    private final AtomicLong accepted = new AtomicLong();
    private volatile Subscription subscription;
    private volatile Throwable failure;
    private volatile String broken;
    private volatile boolean bodyEnded;

    Upload(
            final Framing framing,
            final int longestItem,
            final ItemReader<T> reader,
            final ItemSink<T> sink,
            final Executor workers,
            final IntConsumer held) {
        this.splitter = framing.splitter(longestItem);
        this.rejections = new Rejections(framing);
        this.reader = reader;
        this.sink = sink;
        this.workers = workers;
        this.held = held;
    }

    CompletionStage<UploadReport> report() {
        return report;
    }

    @Override
    public void onSubscribe(final Subscription bytes) {
        subscription = bytes;
        bytes.request(1);
    }

    @Override
    public void onNext(final byte[] bytes) {
        next(() -> work(() -> splitter.feed(bytes, items)));
    }

    @Override
    public void onComplete() {
        next(() -> {
            work(() -> splitter.end(items));
            endBody();
        });
    }

    @Override
    public void onError(final Throwable cause) {
        next(() -> {
            broken = cause instanceof ContentLengthExceededException
                    ? "The body is compressed too much: it inflates faster than it can be taken in."
                    : "The body broke off.";
            // The client has gone: nobody reads the list.
            rejections.discard();
            endBody();
        });
    }

    private void next(final Runnable step) {
        work = work.thenRunAsync(step, workers);
    }

    private void work(final Step step) {
        if (bodyEnded) {
            return;
        }
        try {
            step.run();
            held.accept(splitter.held());
            if (failure == null) {
                subscription.request(1);
            } else {
                stop();
            }
        } catch (BrokenUploadException e) {
            broken = e.getMessage();
            stop();
        } catch (RuntimeException | Error e) {
            // Whatever it is, the upload comes to its end, or its place would never be free again.
            failure = e;
            stop();
        }
    }

    private void stop() {
        subscription.cancel();
        endBody();
    }

    private void endBody() {
        if (!bodyEnded) {
            bodyEnded = true;
            held.accept(0);
            close();
        }
    }

    /** One thing less is open. */
    private void close() {
        if (open.decrementAndGet() == 0) {
            report.complete(new UploadReport(
                    accepted.get(), rejections, Optional.ofNullable(broken), Optional.ofNullable(failure)));
        }
    }

    private interface Step {
        void run() throws BrokenUploadException;
    }

    private final class Items implements ItemSplitter.Items {
        @Override
        public void item(final long position, final byte[] bytes, final int offset, final int length) {
            if (failure != null) {
                return;
            }
            final OneItem<T> read = OneItem.from(bytes, offset, length, reader);
            if (read.isSound()) {
                open.incrementAndGet();
                take(read.item(), new ItemReceipt(position));
            } else {
                rejections.add(position, read.errors());
            }
        }

        /** An item that the sink throws at has its receipt too. */
        private void take(final T item, final Receipt receipt) {
            try {
                sink.take(item, receipt);
            } catch (RuntimeException e) {
                receipt.failed(e);
            }
        }

        @Override
        public void tooLong(final long position) {
            rejections.add(position, List.of(new FieldError("", "is longer than an item may be")));
        }
    }

    private final class ItemReceipt implements Receipt {
        private final long position;

        ItemReceipt(final long position) {
            this.position = position;
        }

        @Override
        public void accepted() {
            accepted.incrementAndGet();
            close();
        }

        @Override
        public void rejected(final String field, final String reason) {
            rejections.add(position, List.of(new FieldError(field, reason)));
            close();
        }

        @Override
        public void failed(final Throwable cause) {
            failure = cause;
            close();
        }
    }
}
