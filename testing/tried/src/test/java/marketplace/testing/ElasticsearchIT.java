package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The official client finds in the local node what it expects of Elasticsearch. */
@Engines(Engine.ELASTICSEARCH)
class ElasticsearchIT {
    private final String index = "test-products-" + UUID.randomUUID();
    private final SearchClient search;

    ElasticsearchIT(RunningEngines engines) {
        search = new SearchClient(engines.elasticsearchUrl());
    }

    @AfterEach
    void close() throws IOException {
        search.close();
    }

    @Test
    void it_says_who_it_is() throws IOException {
        var greeting = search.client().info();

        assertThat(greeting.clusterName()).isEqualTo("marketplace");
        assertThat(greeting.version().number()).startsWith("8.19.");
    }

    @Test
    void a_product_is_found_in_whatever_case_the_client_names_it() throws IOException {
        search.create(index);
        search.store(index, "клавиатура механическая", "ёлка зелёная", "мышь беспроводная");

        assertThat(search.find(index, "клавиатуры")).containsExactly("клавиатура механическая");
        assertThat(search.find(index, "зеленые елки")).containsExactly("ёлка зелёная");
        assertThat(search.find(index, "самовар")).isEmpty();
    }

    @Test
    void an_index_that_nobody_made_does_not_come_by_itself() {
        assertThatExceptionOfType(ElasticsearchException.class)
                .isThrownBy(() ->
                        search.client().index(request -> request.index(index).document(Map.of("name", "лампа"))))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(404))
                .withMessageContaining("index_not_found_exception");
    }

    @Test
    void nobody_deletes_with_a_wildcard() throws IOException {
        search.create(index);

        assertThatExceptionOfType(ElasticsearchException.class)
                .isThrownBy(() -> search.client().indices().delete(request -> request.index("test-*")))
                .withMessageContaining("Wildcard expressions or all indices are not allowed");
        assertThat(search.client()
                        .indices()
                        .exists(request -> request.index(index))
                        .value())
                .isTrue();
    }
}
