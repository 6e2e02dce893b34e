package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import marketplace.events.SearchEvent;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every search is on its topic, once, with what it found. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class RecordedSearchesIT {
    private static ClientApi client;
    private static TopicLog<SearchEvent> log;

    @BeforeAll
    static void start(final RunningEngines engines) {
        final ProductIndexes index = ProductIndexes.with(
                engines.elasticsearchUrl(),
                List.of(Goods.named("r-1", "Самовар"), Goods.named("r-2", "Самовар медный тульский")));
        client = ClientApi.on(engines, index.settings());
        log = new TopicLog<>(engines, Topics.SEARCH_PRODUCTS);
    }

    @AfterAll
    static void stop() {
        client.close();
        log.close();
    }

    @Test
    void a_search_is_recorded_with_what_it_found() {
        final JsonNode page = client.search(
                " САМОВАРЫ ", "client_id", "c-1", "brand", "Заря", "price_max", "1000.5", "in_stock", "true");

        final ConsumerRecord<String, SearchEvent> record = recorded(page);
        assertThat(record.key()).isEqualTo(page.get("query_id").textValue());
        final SearchEvent event = record.value();
        assertThat(event.getText()).isEqualTo(" САМОВАРЫ ");
        assertThat(event.getClientId()).isEqualTo("c-1");
        assertThat(event.getFilters().getBrand()).isEqualTo("Заря");
        assertThat(event.getFilters().getPriceMax()).isEqualByComparingTo(new BigDecimal("1000.5"));
        assertThat(event.getFilters().getInStock()).isTrue();
        assertThat(event.getFilters().getCategory()).isNull();
        assertThat(event.getHits()).isEqualTo(2);
        assertThat(event.getShown()).containsExactly("r-1", "r-2");
        assertThat(event.getTookMs()).isNotNegative();
        Assertions.assertThat(event.getAt())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(2)),
                        Instant.now().plusSeconds(1));
    }

    @Test
    void a_search_that_finds_nothing_is_recorded_and_counted() {
        final double before = client.metric("marketplace_searches_zero_hits_total");
        final double all = client.metric("marketplace_searches_total");

        final JsonNode page = client.search("граммофон");

        assertThat(recorded(page).value().getHits()).isZero();
        assertThat(client.metric("marketplace_searches_zero_hits_total")).isEqualTo(before + 1);
        assertThat(client.metric("marketplace_searches_total")).isGreaterThan(all);
        assertThat(client.metric("marketplace_search_duration_seconds_count")).isPositive();
    }

    @Test
    void two_pages_are_one_search() {
        final JsonNode first = client.search("самовар", "limit", "1");
        client.search("самовар", "limit", "1", "cursor", first.get("next").textValue());

        // A later search is there, so the earlier ones are.
        recorded(client.search("самовар медный"));
        assertThat(log.find(
                        event -> event.getQueryId().equals(first.get("query_id").textValue())))
                .hasSize(1);
    }

    @Test
    void a_request_that_is_refused_is_no_search() {
        final double before = client.metric("marketplace_searches_total");

        assertThat(client.get("/product_info?product_name=").statusCode()).isEqualTo(422);

        assertThat(client.metric("marketplace_searches_total")).isEqualTo(before);
    }

    private static ConsumerRecord<String, SearchEvent> recorded(final JsonNode page) {
        final String id = page.get("query_id").textValue();
        return log.waitFor(event -> event.getQueryId().equals(id));
    }
}
