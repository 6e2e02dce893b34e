package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private static final String GOOD = """
            {"openapi": "3.0.1", "info": {"title": "lamps", "version": "1"}, "paths": {"/lamps": {
              "get": {"operationId": "get_lamps", "responses": {"200": {"description": "Lamps."}}},
              "post": {"operationId": "set_lamps", "responses": {"200": {"description": "Done."}}}}}}
            """;

    @Test
    void a_sound_document_has_no_faults() {
        var document = ApiDocument.read(GOOD);

        assertThat(document.faults()).isEmpty();
        assertThat(document.operationIds()).containsExactly("get_lamps", "set_lamps");
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(ApiDocument.read(GOOD.replace("\"description\": \"Done.\"", ""))
                        .faults())
                .singleElement()
                .asString()
                .contains("description");
    }

    @Test
    void nonsense_is_no_document() {
        var nonsense = ApiDocument.read("lamps");

        assertThat(nonsense.faults()).isNotEmpty();
        assertThatIllegalStateException().isThrownBy(nonsense::operationIds);
    }
}
