package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import marketplace.catalogue.Catalogue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A node that is killed and comes back. */
class ElasticsearchRestartIT {
    private static final Set<Engine> ELASTICSEARCH = Set.of(Engine.ELASTICSEARCH);
    private static final String INDEX = "products";

    @Test
    void what_was_stored_is_there_after_a_crash() throws Exception {
        try (var engines = LocalEngines.open(Catalogue.load(), Settings.ofThisProcess())) {
            engines.start(ELASTICSEARCH);
            try (var search = new SearchClient(engines.elasticsearchUrl())) {
                search.create(INDEX);
                search.store(INDEX, "клавиатура", "лампа");
            }

            var node = theNode();
            node.destroyForcibly();
            node.onExit().get();
            Awaitility.await("the launcher's library has noticed")
                    .until(() -> engines.start(ELASTICSEARCH), started -> !started.isEmpty());

            assertThat(theNode()).isNotEqualTo(node);
            try (var search = new SearchClient(engines.elasticsearchUrl())) {
                assertThat(search.find(INDEX, "клавиатуры")).containsExactly("клавиатура");
                assertThat(search.find(INDEX, "лампы")).containsExactly("лампа");
            }
        }
    }

    /** Another class's node may run beside it: this one came last. */
    private static ProcessHandle theNode() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("engines.elasticsearch."))
                .max((one, other) -> Long.compare(one.pid(), other.pid()))
                .orElseThrow();
    }
}
