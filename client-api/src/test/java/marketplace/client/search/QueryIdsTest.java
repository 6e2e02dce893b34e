package marketplace.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class QueryIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

    @Test
    void an_id_is_a_uuid_of_version_7_that_says_when() {
        final UUID id = UUID.fromString(at(NOW).next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void later_ids_come_after_earlier_ones() {
        assertThat(at(NOW).next()).isLessThan(at(NOW.plusMillis(1)).next());
    }

    @Test
    void ids_of_one_moment_differ() {
        assertThat(Stream.generate(at(NOW)::next).limit(1_000)).doesNotHaveDuplicates();
    }

    private static QueryIds at(final Instant now) {
        return new QueryIds(Clock.fixed(now, ZoneOffset.UTC));
    }
}
