package marketplace.engines.elasticsearch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SynonymsTest {
    private static final String STEMS_FIRST = """
            {
              "filter": {
                "stems": {"type": "stemmer", "language": "russian"},
                "same": {"type": "%s", "synonyms": ["ноутбуки, лэптопы", "телек => телевизор"]}
              },
              "analyzer": {"custom": {"tokenizer": "standard", "filter": ["lowercase", "stems", "same"]}}
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"synonym", "synonym_graph"})
    void synonyms_are_written_in_plain_words_and_found_by_their_stems(String type) throws IOException {
        try (var index = new AnalyzedIndex(STEMS_FIRST.formatted(type))) {
            assertThat(index.words("custom", "ноутбука")).containsExactlyInAnyOrder("ноутбук", "лэптоп");
            assertThat(index.words("custom", "лэптопу")).containsExactlyInAnyOrder("ноутбук", "лэптоп");
            assertThat(index.words("custom", "телек")).containsExactly("телевизор");
            assertThat(index.words("custom", "лампа")).containsExactly("ламп");
        }
    }

    @Test
    void without_expansion_all_become_the_first() throws IOException {
        var analysis = """
                {
                  "filter": {"same": {"type": "synonym", "synonyms": ["tv, telly"], "expand": false}},
                  "analyzer": {"custom": {"tokenizer": "standard", "filter": ["same"]}}
                }
                """;
        try (var index = new AnalyzedIndex(analysis)) {
            assertThat(index.words("custom", "telly tv")).containsExactly("tv", "tv");
        }
    }

    @Test
    void no_synonyms_at_all_are_no_harm() throws IOException {
        var analysis = """
                {
                  "filter": {"same": {"type": "synonym_graph", "synonyms": []}},
                  "analyzer": {"custom": {"tokenizer": "standard", "filter": ["same"]}}
                }
                """;
        try (var index = new AnalyzedIndex(analysis)) {
            assertThat(index.words("custom", "telly tv")).containsExactly("telly", "tv");
        }
    }

    @Test
    void a_rule_of_which_nothing_is_left_is_refused_unless_the_filter_is_lenient() throws IOException {
        var strict = """
                {
                  "filter": {
                    "small": {"type": "stop", "stopwords": ["the"]},
                    "same": {"type": "synonym_graph", "synonyms": ["the, this", "tv, telly"], "lenient": false}
                  },
                  "analyzer": {"custom": {"tokenizer": "standard", "filter": ["small", "same"]}}
                }
                """;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalyzedIndex(strict))
                .withMessageContaining("failed to build synonyms");
        try (var index = new AnalyzedIndex(strict.replace("\"lenient\": false", "\"lenient\": true"))) {
            assertThat(index.words("custom", "telly")).containsExactlyInAnyOrder("tv", "telly");
        }
    }

    @Test
    void synonyms_do_not_stand_after_what_makes_many_words_of_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalyzedIndex("""
                                {
                                  "filter": {
                                    "beginnings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4},
                                    "same": {"type": "synonym", "synonyms": ["tv, telly"]}
                                  },
                                  "analyzer": {"custom": {"tokenizer": "standard", "filter": ["beginnings", "same"]}}
                                }
                                """))
                .withMessageContaining("beginnings")
                .withMessageContaining("cannot be used to parse synonyms");
    }

    @Test
    void a_filter_without_synonyms_or_in_another_format_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new AnalyzedIndex("{\"filter\": {\"same\": {\"type\": \"synonym\", \"expand\": true}}}"))
                .withMessageContaining("synonyms_path");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnalyzedIndex(
                        "{\"filter\": {\"same\": {\"type\": \"synonym\", \"synonyms\": [], \"format\": \"wordnet\"}}}"))
                .withMessageContaining("solr");
    }
}
