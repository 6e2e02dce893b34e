package marketplace.streams.bans;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void what_a_shop_writes_stays_on_one_line() {
        assertThat(Words.of("Мышь\n2026-01-01 ERROR all is lost\u2028\u001b[31m"))
                .isEqualTo("Мышь 2026-01-01 ERROR all is lost [31m");
    }

    @Test
    void a_long_text_is_cut_between_letters() {
        assertThat(Words.of("м".repeat(500))).hasSize(120).endsWith("м…");
        assertThat(Words.of("м" + "\ud83c\udf81".repeat(200)))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("\ud83c\udf81…");
    }
}
