package marketplace.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitterTest {
    private static final int LONGEST = 40;

    @Test
    void lines_are_counted_from_one_and_empty_ones_passed_over() throws BrokenUploadException {
        assertThat(split(Framing.LINES, "a\n\n  \r\nb\r\nc", 100)).containsExactly("1:a", "4:b\r", "5:c");
    }

    @Test
    void elements_are_counted_from_zero_whatever_is_in_their_texts() throws BrokenUploadException {
        assertThat(split(Framing.ARRAY, " [ {\"a\":\"],\\\"\"} ,[1,2], 3 ]\n", 100))
                .containsExactly("0:{\"a\":\"],\\\"\"} ", "1:[1,2]", "2:3 ");
    }

    @Test
    void a_value_that_stands_alone_is_the_only_element() throws BrokenUploadException {
        assertThat(split(Framing.ARRAY, "{\"a\":[1,{}]}", 100)).containsExactly("0:{\"a\":[1,{}]}");
        assertThat(split(Framing.ARRAY, "[]", 100)).isEmpty();
    }

    @Test
    void what_is_too_long_is_not_kept_and_the_next_is_found() throws BrokenUploadException {
        final String huge = "x".repeat(LONGEST + 1);
        assertThat(split(Framing.LINES, huge + "\nb\n", 7)).containsExactly("1 too long", "2:b");
        assertThat(split(Framing.LINES, huge + "\nb\n", 1000)).containsExactly("1 too long", "2:b");
        assertThat(split(Framing.ARRAY, "[\"" + huge + "\",2]", 7)).containsExactly("0 too long", "1:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[", "[1", "[1,", "[\"a", "[1,]", "[,1]", "[1]]", "[1] x"})
    void an_array_that_is_none_is_broken(final String text) {
        assertThatThrownBy(() -> split(Framing.ARRAY, text, 3)).isInstanceOf(BrokenUploadException.class);
    }

    @Test
    void where_the_bytes_are_parted_makes_no_difference() throws BrokenUploadException {
        final Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            final Framing framing = random.nextBoolean() ? Framing.LINES : Framing.ARRAY;
            final String text = framing == Framing.LINES ? lines(random) : array(random);
            assertThat(split(framing, text, 1 + random.nextInt(9)))
                    .as(text)
                    .isEqualTo(split(framing, text, Integer.MAX_VALUE));
        }
    }

    private static String lines(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(5); line >= 0; line--) {
            text.append("я{\"}".repeat(random.nextInt(12)))
                    .append(" ".repeat(random.nextInt(3)))
                    .append(random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.append(" ".repeat(random.nextInt(3))).toString();
    }

    private static String array(final Random random) {
        final List<String> elements = new ArrayList<>();
        for (int element = random.nextInt(5); element >= 0; element--) {
            elements.add("{\"я\":\"" + "\\\"],{".repeat(random.nextInt(10)) + "\",\"b\":[" + element + "]}");
        }
        return "[" + String.join(random.nextBoolean() ? "," : " ,\n", elements) + "]";
    }

    private static List<String> split(final Framing framing, final String text, final int size)
            throws BrokenUploadException {
        final List<String> found = new ArrayList<>();
        final ItemSplitter splitter = framing.splitter(LONGEST);
        final ItemSplitter.Items items = new ItemSplitter.Items() {
            @Override
            public void item(final long position, final byte[] bytes, final int offset, final int length) {
                found.add(position + ":" + new String(bytes, offset, length, StandardCharsets.UTF_8));
            }

            @Override
            public void tooLong(final long position) {
                found.add(position + " too long");
            }
        };
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += Math.min(size, bytes.length)) {
            splitter.feed(Arrays.copyOfRange(bytes, at, (int) Math.min((long) at + size, bytes.length)), items);
            assertThat(splitter.held()).isLessThanOrEqualTo(LONGEST);
        }
        splitter.end(items);
        return found;
    }
}
