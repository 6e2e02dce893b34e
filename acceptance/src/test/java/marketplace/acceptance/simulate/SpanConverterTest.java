package marketplace.acceptance.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SpanConverterTest {
    private final SpanConverter spans = new SpanConverter();

    @Test
    void a_span_is_a_number_and_a_unit() {
        assertThat(spans.convert("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(spans.convert("5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(spans.convert("2h")).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0s", "-1m", "1d", "half an hour"})
    void anything_else_is_refused(final String text) {
        assertThatThrownBy(() -> spans.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("30s, 5m or 2h");
    }
}
