package marketplace.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import marketplace.service.http.FieldError;
import marketplace.service.upload.ItemJson.NotJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {
    @Test
    void all_faults_are_told_at_once_each_with_its_path() {
        final Fields fields =
                fields("{\"name\":\" \",\"size\":7,\"inner\":{\"x\":\"y\"},\"list\":[{},{\"n\":1.5}],\"odd\":1}");

        fields.text("name", 10);
        fields.text("absent", 10);
        fields.integer("size", 8, 9);
        fields.object("inner", inner -> inner.integer("x", 0, 1));
        fields.objects("list", 5, each -> each.integer("n", 0, 9));
        fields.rejectUnknown();

        assertThat(fields.errors())
                .containsExactly(
                        new FieldError("name", "must not be blank"),
                        new FieldError("absent", "is missing"),
                        new FieldError("size", "must be from 8 to 9"),
                        new FieldError("inner.x", "must be a whole number"),
                        new FieldError("list[0].n", "is missing"),
                        new FieldError("list[1].n", "must be a whole number"),
                        new FieldError("odd", "is not known here"));
    }

    @Test
    void an_object_that_is_missing_is_one_fault_and_not_one_for_each_of_its_fields() {
        final Fields fields = fields("{}");
        fields.object("price", price -> price.text("currency", 3));
        assertThat(fields.errors()).containsExactly(new FieldError("price", "is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1000",
        "'\"12.50\"', 12.5000",
        "1e2, 100.0000",
        "0E+5, 0.0000",
        "999999999999999.9999, 999999999999999.9999",
        "-3, -3.0000"
    })
    void decimals_are_exact(final String json, final BigDecimal expected) {
        final Fields fields = fields("{\"amount\":" + json + "}");
        assertThat(fields.decimal("amount", 15, 4)).isEqualTo(expected);
        assertThat(fields.areSound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.12345",
                "1e15",
                "1e999999999",
                "100e2147483647",
                "1e-999999999",
                "\"1e5\"",
                "\"NaN\"",
                "\"\"",
                "true",
                "\"0x1\"",
                "[]"
            })
    void what_is_no_decimal_of_that_size_is_refused(final String json) {
        final Fields fields = fields("{\"amount\":" + json + "}");
        fields.decimal("amount", 15, 4);
        assertThat(fields.errors()).extracting(FieldError::field).containsExactly("amount");
    }

    @Test
    void a_moment_needs_a_time_zone() {
        final Fields fields = fields("{\"a\":\"2026-01-31T12:00:00+03:00\",\"b\":\"2026-01-31T12:00:00\"}");
        assertThat(fields.instant("a")).contains(Instant.parse("2026-01-31T09:00:00Z"));
        assertThat(fields.instant("b")).isEmpty();
        assertThat(fields.instant("c")).isEmpty();
        assertThat(fields.errors()).extracting(FieldError::field).containsExactly("b");
    }

    @Test
    void texts_are_unicode_without_control_characters() {
        final Fields fields = fields("{\"a\":\"Привет 🎉\",\"b\":\"x\\n\",\"c\":\"\\ud800\",\"d\":\"12345\",\"e\":5}");
        assertThat(fields.optionalText("a", 20)).contains("Привет 🎉");
        assertThat(List.of(fields.text("b", 9), fields.text("c", 9), fields.text("d", 4), fields.text("e", 9)))
                .containsOnly("");
        assertThat(fields.errors())
                .containsExactly(
                        new FieldError("b", "must not have control characters"),
                        new FieldError("c", "must be Unicode text"),
                        new FieldError("d", "must have at most 4 characters"),
                        new FieldError("e", "must be a text"));
    }

    @Test
    void a_text_of_several_lines_has_line_breaks_and_tabs_and_no_other_control_characters() {
        final Fields fields =
                fields("{\"a\":\"Привет\\r\\n\\t🎉\",\"b\":\"\\u0000\",\"m\":{\"x\":\"1\\n2\",\"y\\n\":\"1\"}}");
        assertThat(fields.optionalLines("a", 20)).contains("Привет\r\n\t🎉");
        assertThat(fields.optionalLines("b", 20)).isEmpty();
        assertThat(fields.textsByName("m", 2, 9)).containsEntry("x", "1\n2");
        assertThat(fields.errors())
                .containsExactly(
                        new FieldError("b", "must not have control characters"),
                        new FieldError("m.y\n", "has a name that must not have control characters"));
    }

    @Test
    void null_is_as_good_as_nothing() {
        final Fields fields = fields("{\"a\":null}");
        assertThat(fields.optionalText("a", 5)).isEqualTo(Optional.empty());
        fields.rejectUnknown();
        assertThat(fields.areSound()).isTrue();
    }

    @Test
    void maps_and_lists_are_bounded() {
        final Fields fields = fields("{\"m\":{\"a\":\"1\",\"b\":\"2\"},\"l\":[\"x\",\"y\"],\"k\":{\"a\":1}}");
        assertThat(fields.textsByName("m", 1, 9)).isEmpty();
        assertThat(fields.texts("l", 1, 9)).isEmpty();
        fields.textsByName("k", 1, 9);
        assertThat(fields.errors()).extracting(FieldError::field).containsExactly("m", "l", "k.a");
    }

    @Test
    void an_item_must_be_an_object() {
        assertThat(fields("[1]").errors()).containsExactly(new FieldError("", "must be a JSON object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}{}", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}", "{\"a\":\"\t\"}"})
    void what_is_not_strictly_json_is_refused(final String json) {
        assertThatThrownBy(() -> ItemJson.read(bytes(json), 0, bytes(json).length))
                .isInstanceOf(NotJsonException.class);
    }

    @Test
    void json_is_bounded_in_depth_and_length_of_numbers_and_must_be_utf_8() {
        for (final String json : List.of("[".repeat(17) + "]".repeat(17), "{\"a\":" + "9".repeat(101) + "}")) {
            assertThatThrownBy(() -> ItemJson.read(bytes(json), 0, json.length()))
                    .isInstanceOf(NotJsonException.class);
        }
        final byte[] broken = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
        assertThatThrownBy(() -> ItemJson.read(broken, 0, broken.length)).isInstanceOf(NotJsonException.class);
    }

    private static Fields fields(final String json) {
        try {
            return Fields.of(ItemJson.read(bytes(json), 0, bytes(json).length));
        } catch (NotJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
