package marketplace.indexer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class DocumentIdTest {
    @Test
    void a_text_that_fits_is_its_own_id() {
        assertThat(DocumentId.of("клавиатура@0")).isEqualTo("клавиатура@0");
        assertThat(DocumentId.of("x".repeat(512))).isEqualTo("x".repeat(512));
        assertThat(DocumentId.of("я".repeat(256))).isEqualTo("я".repeat(256));
    }

    @Test
    void what_is_too_long_or_empty_has_an_id_of_its_own_that_is_always_the_same() {
        final String one = "я".repeat(257);
        assertThat(DocumentId.of(one)).isEqualTo(DocumentId.of(one)).isNotEqualTo(DocumentId.of(one + "я"));
        assertThat(DocumentId.of(one).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(512);
        assertThat(DocumentId.of("")).isNotEmpty();
    }
}
