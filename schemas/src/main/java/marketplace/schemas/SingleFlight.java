package marketplace.schemas;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Lets one of those who want the same thing at the same time fetch it, while the others wait for what it brings. No lock
 * is held while it is away, and nobody waits longer than it takes to lose patience and go too.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();
    private final Duration patience;

    SingleFlight(final Duration patience) {
        this.patience = patience;
    }

    /** What {@code fetch} answers, or throws, here or on the thread that was first. */
    V get(final K key, final Supplier<V> fetch) {
        final CompletableFuture<V> mine = new CompletableFuture<>();
        final CompletableFuture<V> other = flights.putIfAbsent(key, mine);
        if (other != null) {
            return await(other, fetch);
        }
        try {
            final V value = fetch.get();
            mine.complete(value);
            return value;
        } catch (final Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, mine);
        }
    }

    private V await(final CompletableFuture<V> other, final Supplier<V> fetch) {
        try {
            return other.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final TimeoutException e) {
            return fetch.get();
        } catch (final InterruptedException e) {
            throw new InterruptException(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException failure && !(failure instanceof InterruptException)) {
                throw failure;
            }
            // The one who went was interrupted, which is no answer for anybody else.
            return fetch.get();
        }
    }
}
