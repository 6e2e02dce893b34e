package marketplace.indexer.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import marketplace.events.Product;
import marketplace.events.SearchTrend;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Months;
import marketplace.indexer.domain.Shelf;
import marketplace.schemas.Decoded;
import marketplace.schemas.Topics;
import marketplace.schemas.UnreadablePayloadException;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

final class SourceTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BYTES = {1};

    private final Months months = new Months(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(400));

    @Test
    void a_record_becomes_a_document_whose_version_is_its_offset() {
        final Change change = change(trends(NOW), record("лампа", BYTES));

        assertThat(change.shelf()).isEqualTo(new Shelf("search-trends", "search-trends-2026.11"));
        assertThat(change.id()).isEqualTo("лампа@" + NOW.toEpochMilli());
        assertThat(change.version()).isEqualTo(42);
        assertThat(new String(((Change.Put) change).document(), StandardCharsets.UTF_8))
                .startsWith("{\"query\":\"лампа\",\"window_start\":\"2026-11-21T10:00:00Z\"");
    }

    @Test
    void a_tombstone_deletes_what_stands_under_its_key() {
        final Source<Product> source = Source.keyed(Topics.ALLOWED_PRODUCTS, "products");
        final Translator translator = new SourceTranslator<>(source, failing(new IllegalStateException()), months);

        assertThat(change(translator, record("7", null))).isEqualTo(new Change.Delete(Shelf.of("products"), "7", 42));
    }

    @Test
    void what_happened_is_not_undone() {
        assertThat(trends(NOW).translate(record("лампа", null))).isInstanceOf(Translation.Unusable.class);
    }

    @Test
    void what_is_not_kept_any_more_is_passed_over() {
        assertThat(trends(NOW.minus(Duration.ofDays(500))).translate(record("лампа", BYTES)))
                .isInstanceOf(Translation.Expired.class);
    }

    @Test
    void a_date_that_cannot_be_true_makes_no_index_of_its_own() {
        assertThat(trends(NOW.plus(Duration.ofDays(2))).translate(record("лампа", BYTES)))
                .isInstanceOf(Translation.Unusable.class);
    }

    @Test
    void a_record_without_a_key_is_unusable() {
        assertThat(trends(NOW).translate(new ConsumerRecord<>("search-trends", 0, 42, null, BYTES)))
                .isInstanceOf(Translation.Unusable.class);
    }

    @Test
    void poison_is_unusable_and_says_why() {
        final UnreadablePayloadException cause =
                new UnreadablePayloadException(UnreadablePayloadException.Reason.CORRUPT, "nonsense");
        final Translation translation =
                translator((topic, data) -> new Decoded.Poison<>(data, cause)).translate(record("лампа", BYTES));

        assertThat(translation).isEqualTo(new Translation.Unusable(cause));
    }

    @Test
    void a_registry_that_is_away_is_nothing_that_a_record_could_help() {
        final RegistryUnavailableException away = new RegistryUnavailableException("away", null);

        assertThatThrownBy(() -> translator(failing(away)).translate(record("лампа", BYTES)))
                .isSameAs(away);
    }

    private Translator trends(final Instant window) {
        final SearchTrend trend = new SearchTrend("лампа", window, window.plusSeconds(60), 3L, 1L);
        return translator((topic, data) -> new Decoded.Value<>(trend, data));
    }

    private Translator translator(final Deserializer<Decoded<SearchTrend>> decoder) {
        return new SourceTranslator<>(
                Source.byMonth(
                        Topics.SEARCH_TRENDS,
                        "search-trends",
                        trend -> trend.getQuery() + "@" + trend.getWindowStart().toEpochMilli(),
                        SearchTrend::getWindowStart),
                decoder,
                months);
    }

    private static <T> Deserializer<T> failing(final RuntimeException failure) {
        return (topic, data) -> {
            throw failure;
        };
    }

    private static Change change(final Translator translator, final ConsumerRecord<byte[], byte[]> record) {
        return ((Translation.Changes) translator.translate(record)).change();
    }

    private static ConsumerRecord<byte[], byte[]> record(final String key, final byte[] value) {
        return new ConsumerRecord<>("any", 0, 42, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
