package marketplace.client.search;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids of searches: UUIDs of version 7, which are in the order of time. */
@Singleton
final class QueryIds {
    private static final long VERSION = 0x7000L;
    private static final long RANDOM_PART = 0x0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_BITS = 62;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    QueryIds(final Clock clock) {
        this.clock = clock;
    }

    String next() {
        final long high = (clock.millis() << 16) | VERSION | (random.nextLong() & RANDOM_PART);
        final long low = VARIANT | (random.nextLong() >>> (Long.SIZE - RANDOM_BITS));
        return new UUID(high, low).toString();
    }
}
