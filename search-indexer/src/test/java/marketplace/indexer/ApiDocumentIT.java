package marketplace.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import marketplace.testing.ApiDocument;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class ApiDocumentIT {
    private final RunningEngines engines;

    ApiDocumentIT(final RunningEngines engines) {
        this.engines = engines;
    }

    @Test
    void the_document_is_sound_names_the_operations_and_people_can_read_it() {
        try (SearchIndexer indexer = SearchIndexer.on(engines, Map.of())) {
            final ApiDocument document =
                    ApiDocument.read(indexer.get("/swagger/openapi.json").body());

            assertThat(document.faults()).isEmpty();
            assertThat(document.operationIds()).containsExactlyInAnyOrder("rebuild_index", "get_rebuild");
            assertThat(indexer.get("/docs/index.html").statusCode()).isEqualTo(200);
        }
    }
}
