package marketplace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import marketplace.testing.ApiDocument;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
final class ApiDocumentIT {
    private static String text;

    @BeforeAll
    static void read(final RunningEngines engines) {
        try (ShopApi shop = ShopApi.on(engines)) {
            text = shop.get("/swagger/openapi.json").body();
        }
    }

    @Test
    void the_document_is_sound_and_names_the_operations() {
        final ApiDocument document = ApiDocument.read(text);

        assertThat(document.faults()).isEmpty();
        assertThat(document.operationIds())
                .containsExactlyInAnyOrder("set_products", "set_ban_products", "lift_ban_products", "get_ban_products");
    }

    @Test
    void every_operation_says_how_it_refuses() throws JsonProcessingException {
        for (final JsonNode path : new ObjectMapper().readTree(text).path("paths")) {
            for (final JsonNode operation : path) {
                assertThat(operation.path("responses").fieldNames())
                        .toIterable()
                        .as(operation.path("operationId").asText())
                        .contains("200", "503");
            }
        }
    }

    @Test
    void an_operation_that_needs_a_key_says_how_it_refuses_who_has_none() throws JsonProcessingException {
        int needKeys = 0;
        for (final JsonNode path : new ObjectMapper().readTree(text).path("paths")) {
            for (final JsonNode operation : path) {
                final boolean needsKey = operation.has("security");
                needKeys += needsKey ? 1 : 0;
                assertThat(operation.path("responses").has("401"))
                        .as(operation.path("operationId").asText())
                        .isEqualTo(needsKey);
                assertThat(operation.path("responses").has("403")).isEqualTo(needsKey);
            }
        }
        assertThat(needKeys).isEqualTo(3);
    }
}
