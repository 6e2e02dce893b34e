package marketplace.client.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.service.http.FieldError;
import marketplace.service.upload.OneItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientEventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final String GOOD = "{\"kind\":\"view\",\"client_id\":\"c-1\",\"product_id\":\"3\"}";

    private final ClientEventReader reader = new ClientEventReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_event_that_says_little_happened_now_and_is_a_new_one() {
        final ClientEvent event = read(GOOD).item();

        assertThat(event.getKind()).isEqualTo(ClientEventKind.VIEW);
        assertThat(event.getAt()).isEqualTo(NOW);
        assertThat(event.getQueryId()).isNull();
        assertThat(event.getEventId())
                .isNotBlank()
                .isNotEqualTo(read(GOOD).item().getEventId());
    }

    @Test
    void the_same_event_sent_twice_has_one_id_if_it_says_when() {
        final String dated = with("\"at\":\"2026-11-20T12:00:00+03:00\",\"query_id\":\"q\"");
        final String id = read(dated).item().getEventId();

        assertThat(read(dated).item().getEventId()).isEqualTo(id);
        assertThat(read(dated.replace("view", "cart")).item().getEventId()).isNotEqualTo(id);
        assertThat(read(dated.replace("c-1", "c-2")).item().getEventId()).isNotEqualTo(id);
        assertThat(read(dated.replace("\"3\"", "\"4\"")).item().getEventId()).isNotEqualTo(id);
        assertThat(read(dated.replace("\"q\"", "null")).item().getEventId()).isNotEqualTo(id);
        assertThat(read(dated.replace("12:00:00", "12:00:01")).item().getEventId())
                .isNotEqualTo(id);
    }

    @Test
    void an_id_that_the_client_gives_is_taken() {
        assertThat(read(with("\"event_id\":\"mine\"")).item().getEventId()).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"like\"                    | kind",
                "\"kind\":\"unknown\"                 | kind",
                "\"kind\":7                           | kind",
                "\"client_id\":\" \"                  | client_id",
                "\"client_id\":{}                     | client_id",
                "\"product_id\":null                  | product_id",
                "\"query_id\":\"\"                    | query_id",
                "\"event_id\":[]                      | event_id",
                "\"at\":\"yesterday\"                 | at",
                "\"at\":\"1999-12-31T23:59:59Z\"      | at",
                "\"at\":\"2026-11-22T10:00:01Z\"      | at",
                "\"at\":1700000000000                 | at",
                "\"liked\":true                       | liked"
            })
    void what_is_wrong_is_named(final String field, final String named) {
        final String name = field.substring(0, field.indexOf(':'));
        final String json = GOOD.contains(name)
                ? GOOD.replaceAll(name + ":\"[^\"]*\"", field.strip().replace("$", "\\$"))
                : with(field);

        assertThat(read(json).errors()).extracting(FieldError::field).containsExactly(named);
    }

    private static String with(final String field) {
        return GOOD.replace("}", "," + field + "}");
    }

    private OneItem<ClientEvent> read(final String json) {
        return OneItem.from(json.getBytes(StandardCharsets.UTF_8), reader);
    }
}
