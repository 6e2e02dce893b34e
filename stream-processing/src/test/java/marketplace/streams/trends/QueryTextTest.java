package marketplace.streams.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
    @ParameterizedTest
    @CsvSource({
        "'клавиатура', 'клавиатура'",
        "'  КЛАВИАТУРА ', 'клавиатура'",
        "'умные \t\u00a0 часы', 'умные часы'",
        "'Ёлка', 'елка'",
        "'е\u0308лка', 'елка'",
        "'cafe\u0301', 'café'",
        "'и\u0306од', 'йод'",
        "' \u2003\u200b ', ''"
    })
    void one_query_is_made_of_what_people_type_in_many_ways(final String typed, final String query) {
        assertThat(QueryText.of(typed)).isEqualTo(query);
    }

    @Test
    void the_machines_language_changes_nothing() {
        final Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(QueryText.of("IPHONE")).isEqualTo("iphone");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_long_text_is_cut_between_letters() {
        assertThat(QueryText.of("а".repeat(1_000))).hasSize(200);
        assertThat(QueryText.of("а" + "\ud83c\udf81".repeat(300))).hasSize(199);
    }
}
