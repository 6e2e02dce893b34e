package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import marketplace.catalogue.Catalogue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node of Elasticsearch does when things go wrong. Each test has a node of its own. */
class ElasticsearchFaultsIT {
    private static final Set<Engine> ELASTICSEARCH = Set.of(Engine.ELASTICSEARCH);
    private static final String INDEX = "products";
    private static final String MARKS = "cluster.routing.allocation.disk.watermark.";
    private static final String MORE_THAN_ANY_DISK = "1000000gb";
    private static final String NEXT_TO_NOTHING = "1b";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LocalEngines engines;

    @BeforeEach
    void start() throws IOException {
        engines = LocalEngines.open(Catalogue.load(), Settings.ofThisProcess());
        engines.start(ELASTICSEARCH);
        try (var search = new SearchClient(engines.elasticsearchUrl())) {
            search.create(INDEX);
            search.store(INDEX, "клавиатура", "лампа");
        }
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    @Test
    void what_was_stored_is_there_after_a_crash() throws Exception {
        var crashed = kill();
        Awaitility.await("the crash is noticed, and the node is back")
                .atMost(PATIENCE)
                .until(() -> engines.start(ELASTICSEARCH), started -> !started.isEmpty());

        assertThat(theNode()).isNotEqualTo(crashed);
        try (var search = new SearchClient(engines.elasticsearchUrl())) {
            assertThat(search.find(INDEX, "клавиатуры")).containsExactly("клавиатура");
            assertThat(search.find(INDEX, "лампы")).containsExactly("лампа");
        }
    }

    @Test
    void a_full_disk_refuses_what_is_new_and_says_why_and_finds_what_is_there() throws Exception {
        try (var search = new SearchClient(engines.elasticsearchUrl())) {
            marks(search, MORE_THAN_ANY_DISK);
            Awaitility.await("no room is left").atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(
                            () -> write(search))
                    .hasMessageContaining("429")
                    .hasMessageContaining("disk usage exceeded flood-stage watermark"));
            assertThat(search.find(INDEX, "клавиатуры")).containsExactly("клавиатура");

            marks(search, NEXT_TO_NOTHING);
            Awaitility.await("there is room again")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> {
                        write(search);
                        return true;
                    });
        }
    }

    private static void write(SearchClient search) throws IOException {
        search.client().index(request -> request.index(INDEX).document(Map.of("name", "чайник")));
    }

    /** Sets how much must be free. */
    private static void marks(SearchClient search, String free) throws IOException {
        search.client().cluster().putSettings(request -> {
            for (String mark : Set.of("low", "high", "flood_stage")) {
                request.persistent(MARKS + mark, JsonData.of(free));
            }
            return request;
        });
    }

    private static ProcessHandle kill() throws InterruptedException, ExecutionException {
        var node = theNode();
        node.destroyForcibly();
        return node.onExit().get();
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
