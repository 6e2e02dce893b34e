package marketplace.engines.elasticsearch.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.common.settings.Settings;
import org.junit.jupiter.api.Test;

/** What becomes of words, with definitions as they stand in the settings of an index. */
final class TextAnalysisTest {
    @Test
    void a_russian_word_has_one_stem_in_all_its_cases() {
        for (String analyzer : List.of("russian", "stems", "light", "snowball")) {
            assertThat(words(analyzer, """
                            {
                              "filter": {
                                "stems": {"type": "stemmer", "language": "russian"},
                                "light": {"type": "stemmer", "language": "light_russian"},
                                "snowball": {"type": "snowball", "language": "Russian"}
                              },
                              "analyzer": {
                                "stems": {"tokenizer": "standard", "filter": ["lowercase", "stems"]},
                                "light": {"tokenizer": "standard", "filter": ["lowercase", "light"]},
                                "snowball": {"tokenizer": "standard", "filter": ["lowercase", "snowball"]}
                              }
                            }
                            """, "Клавиатура клавиатуры клавиатуру"))
                    .as(analyzer)
                    .hasSize(3)
                    .containsOnly("клавиатур");
        }
    }

    @Test
    void the_analyzers_of_both_languages_leave_out_small_words() {
        assertThat(words("russian", "{}", "мышь и клавиатура для компьютера"))
                .containsExactly("мыш", "клавиатур", "компьютер");
        assertThat(words("english", "{}", "The keyboard's keys and a mouse"))
                .containsExactly("keyboard", "kei", "mous");
    }

    @Test
    void an_analyzer_of_a_language_takes_words_of_our_own() {
        assertThat(words("ours", """
                        {"analyzer": {"ours": {
                          "type": "russian", "stopwords": ["товар"], "stem_exclusion": ["клавиши"]}}}
                        """, "товар и клавиши кнопки")).containsExactly("и", "клавиши", "кнопк");
    }

    @Test
    void stop_words_are_named_by_language_or_listed() {
        assertThat(words("custom", """
                        {
                          "filter": {
                            "small": {"type": "stop", "stopwords": ["_russian_", "_english_"]},
                            "ours": {"type": "stop", "stopwords": ["новинка"]}
                          },
                          "analyzer": {"custom": {"tokenizer": "standard", "filter": ["lowercase", "small", "ours"]}}
                        }
                        """, "Новинка и the лампа для дома")).containsExactly("лампа", "дома");
    }

    @Test
    void english_stemmers_go_by_their_names() {
        assertThat(words("stemmer", english("english"), "cities running")).containsExactly("citi", "run");
        assertThat(words("stemmer", english("light_english"), "cities running")).containsExactly("city", "running");
        assertThat(words("stemmer", english("minimal_english"), "cities running"))
                .containsExactly("city", "running");
        assertThat(words("stemmer", english("possessive_english"), "Anna's")).containsExactly("Anna");
    }

    private static String english(String language) {
        return """
                {
                  "filter": {"one": {"type": "stemmer", "language": "%s"}},
                  "analyzer": {"stemmer": {"tokenizer": "standard", "filter": ["one"]}}
                }
                """.formatted(language);
    }

    @Test
    void a_stemmer_that_is_not_here_is_refused_with_those_that_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("stemmer", english("klingon"), ""))
                .withMessageContaining("klingon")
                .withMessageContaining("light_russian");
    }

    @Test
    void a_word_is_found_by_its_beginning() {
        var analysis = """
                {
                  "filter": {
                    "beginnings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4, "preserve_original": true},
                    "endings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 3, "side": "back"}
                  },
                  "tokenizer": {
                    "letters": {"type": "edge_ngram", "min_gram": 1, "max_gram": 3, "token_chars": ["letter"]}
                  },
                  "analyzer": {
                    "filter": {"tokenizer": "standard", "filter": ["lowercase", "beginnings"]},
                    "back": {"tokenizer": "standard", "filter": ["endings"]},
                    "tokenizer": {"tokenizer": "letters"}
                  }
                }
                """;

        assertThat(words("filter", analysis, "Лампа")).containsExactly("ла", "лам", "ламп", "лампа");
        assertThat(words("back", analysis, "лампа")).containsExactly("па", "мпа");
        assertThat(words("tokenizer", analysis, "usb-2 кот")).containsExactly("u", "us", "usb", "к", "ко", "кот");
    }

    @Test
    void all_pieces_of_a_word_need_an_index_that_bears_them() {
        var analysis = """
                {
                  "filter": {"pieces": {"type": "ngram", "min_gram": 2, "max_gram": 4}},
                  "analyzer": {"custom": {"tokenizer": "standard", "filter": ["pieces"]}}
                }
                """;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("custom", analysis, ""))
                .withMessageContaining("index.max_ngram_diff");
        try (var index = new AnalyzedIndex(
                analysis, Settings.builder().put("index.max_ngram_diff", 2).build())) {
            assertThat(index.words("custom", "кот")).containsExactly("ко", "кот", "от");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void yo_is_the_same_letter_as_ye_in_texts_and_in_keywords() {
        var analysis = """
                {
                  "char_filter": {"yo": {"type": "mapping", "mappings": ["ё => е", "\\\\u0401=>Е"]}},
                  "analyzer": {"custom": {"tokenizer": "standard", "char_filter": ["yo"], "filter": ["lowercase"]}},
                  "normalizer": {"keyword": {"type": "custom", "char_filter": ["yo"], "filter": ["lowercase", "trim"]}}
                }
                """;

        assertThat(words("custom", analysis, "Ёлка зелёная")).containsExactly("елка", "зеленая");
        try (var index = new AnalyzedIndex(analysis)) {
            assertThat(index.normalized("keyword", " Зелёная ЁЛКА ")).isEqualTo("зеленая елка");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void characters_are_replaced_by_pattern_and_mark_up_is_taken_away() {
        assertThat(words("custom", """
                        {
                          "char_filter": {
                            "join": {"type": "pattern_replace", "pattern": "(\\\\d)\\\\s+(\\\\d)", "replacement": "$1$2"}
                          },
                          "analyzer": {"custom": {"tokenizer": "whitespace", "char_filter": ["html_strip", "join"]}}
                        }
                        """, "цена <b>1 000</b> рублей")).containsExactly("цена", "1000", "рублей");
    }

    @Test
    void accents_go_and_may_stay_beside() {
        var analysis = """
                {
                  "filter": {"both": {"type": "asciifolding", "preserve_original": true}},
                  "analyzer": {
                    "folded": {"tokenizer": "standard", "filter": ["asciifolding"]},
                    "both": {"tokenizer": "standard", "filter": ["both"]}
                  }
                }
                """;

        assertThat(words("folded", analysis, "café")).containsExactly("cafe");
        assertThat(words("both", analysis, "café")).containsExactlyInAnyOrder("cafe", "café");
    }

    @Test
    void a_model_number_is_found_in_parts_and_as_a_whole() {
        assertThat(words("custom", """
                        {
                          "filter": {"parts": {
                            "type": "word_delimiter_graph", "preserve_original": true, "catenate_all": true,
                            "protected_words": ["usb-c"]}},
                          "analyzer": {"custom": {"tokenizer": "whitespace", "filter": ["parts", "lowercase"]}}
                        }
                        """, "WiFi-6 usb-c"))
                .containsExactlyInAnyOrder("wifi-6", "wifi6", "wi", "fi", "6", "usb-c");
    }

    @Test
    void a_word_that_is_marked_keeps_its_form() {
        assertThat(words("custom", """
                        {
                          "filter": {
                            "names": {"type": "keyword_marker", "keywords": ["Windows"], "ignore_case": true},
                            "stems": {"type": "stemmer", "language": "english"}
                          },
                          "analyzer": {"custom": {"tokenizer": "standard", "filter": ["lowercase", "names", "stems"]}}
                        }
                        """, "windows doors")).containsExactly("windows", "door");
    }

    @Test
    void a_keyword_marker_without_keywords_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words("custom", """
                        {
                          "filter": {"names": {"type": "keyword_marker", "ignore_case": true}},
                          "analyzer": {"custom": {"tokenizer": "standard", "filter": ["names"]}}
                        }
                        """, ""))
                .withMessageContaining("keywords_pattern");
    }

    @Test
    void words_are_trimmed_measured_and_told_once() {
        assertThat(words("custom", """
                        {
                          "tokenizer": {"commas": {"type": "pattern", "pattern": ","}},
                          "filter": {"some": {"type": "length", "min": 2, "max": 5}},
                          "analyzer": {"custom": {"tokenizer": "commas", "filter": ["trim", "some", "unique"]}}
                        }
                        """, "кот, лампа ,кот,я,клавиатура, кот ")).containsExactly("кот", "лампа");
    }

    @Test
    void neighbours_are_joined_to_shingles() {
        assertThat(words("custom", """
                        {
                          "filter": {"pairs": {"type": "shingle", "output_unigrams": false}},
                          "analyzer": {"custom": {"tokenizer": "standard", "filter": ["lowercase", "pairs"]}}
                        }
                        """, "Мышь без провода")).containsExactly("мышь без", "без провода");
    }

    @Test
    void every_name_that_needs_no_definition_can_be_used_without_one() {
        var filters = new TextAnalysis()
                .getPreConfiguredTokenFilters().stream()
                        .map(filter -> '"' + filter.getName() + '"')
                        .toList();
        for (String filter : filters) {
            assertThat(words(
                            "custom",
                            "{\"analyzer\": {\"custom\": {\"tokenizer\": \"keyword\", \"filter\": [" + filter + "]}}}",
                            "mouse"))
                    .as(filter)
                    .isNotEmpty();
        }
        for (String tokenizer : List.of("keyword", "whitespace", "letter", "standard")) {
            assertThat(words("custom", "{\"analyzer\": {\"custom\": {\"tokenizer\": \"" + tokenizer + "\"}}}", "mouse"))
                    .as(tokenizer)
                    .containsExactly("mouse");
        }
    }

    private static List<String> words(String analyzer, String analysis, String text) {
        try (var index = new AnalyzedIndex(analysis)) {
            return index.words(analyzer, text);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
