package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import marketplace.testing.ApiDocument;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class ApiDocumentIT {
    private static ClientApi client;

    @BeforeAll
    static void start(final RunningEngines engines) {
        client = ClientApi.on(engines, Map.of("elasticsearch.http-hosts", "http://127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void the_document_is_sound_and_names_the_operations() {
        final ApiDocument document =
                ApiDocument.read(client.get("/swagger/openapi.json").body());

        assertThat(document.faults()).isEmpty();
        assertThat(document.operationIds())
                .containsExactlyInAnyOrder("get_product_info", "get_suggestions", "get_recommendations", "set_events");
    }

    @Test
    void every_parameter_of_a_search_is_in_the_document() {
        assertThat(ClientApi.json(client.get("/swagger/openapi.json"))
                        .at("/paths/~1product_info/get/parameters")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "product_name",
                        "client_id",
                        "category",
                        "brand",
                        "price_min",
                        "price_max",
                        "in_stock",
                        "store_id",
                        "sort",
                        "limit",
                        "cursor");
    }

    @Test
    void people_can_read_it() {
        assertThat(client.get("/docs/index.html").statusCode()).isEqualTo(200);
    }
}
