package marketplace.client.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryTextTest {
    @Test
    void the_words_stay_as_they_were_typed_beside_their_normal_form() {
        final QueryText text = QueryText.of("  Умная\u00a0\u00a0лампа\n");

        assertThat(text.typed()).isEqualTo("  Умная\u00a0\u00a0лампа\n");
        assertThat(text.normal()).isEqualTo("Умная лампа");
    }

    @Test
    void a_letter_in_two_parts_is_one_letter() {
        assertThat(QueryText.of("мои\u0306").normal()).isEqualTo("мой");
    }

    @Test
    void marks_that_nobody_sees_are_left_out() {
        assertThat(QueryText.of("\u202eкла\u00adви\u200bатура\u202c\ufeff").normal())
                .isEqualTo("клавиатура");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n", "\u200b", "\u00a0\u202e \ufeff", "\u3000"})
    void nothing_to_be_seen_is_nothing_to_search_for(final String typed) {
        assertThat(QueryText.of(typed).isBlank()).isTrue();
    }

    @Test
    void one_word_is_told_from_several() {
        assertThat(QueryText.of(" AB-12/34 ").isOneWord()).isTrue();
        assertThat(QueryText.of("AB 12").isOneWord()).isFalse();
        assertThat(QueryText.of(" ").isOneWord()).isFalse();
    }

    @Test
    void words_are_few_or_a_page_that_was_pasted() {
        assertThat(QueryText.of("раз два три четыре пять шесть семь восемь").hasFewWords())
                .isTrue();
        assertThat(QueryText.of("раз два три четыре пять шесть семь восемь девять")
                        .hasFewWords())
                .isFalse();
    }
}
