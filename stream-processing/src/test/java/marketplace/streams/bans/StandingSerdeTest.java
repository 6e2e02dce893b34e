package marketplace.streams.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingSerdeTest {
    private static final Publication MOUSE = new Publication(Long.MAX_VALUE, "Мышь 🎁", "магазин_1");

    private final StandingSerde serde = new StandingSerde();

    static Stream<Standing> standings() {
        return Stream.of(
                Standing.UNKNOWN,
                Standing.UNKNOWN.published(MOUSE),
                Standing.UNKNOWN.published(new Publication(0, "", "")),
                Standing.UNKNOWN.banned(new Ban(Optional.empty())),
                Standing.UNKNOWN.banned(new Ban(Optional.of("подделка"))),
                Standing.UNKNOWN.published(MOUSE).banned(new Ban(Optional.of(""))));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void a_standing_is_read_as_it_was_written(final Standing standing) {
        final byte[] bytes = serde.serializer().serialize("any", standing);

        assertThat(serde.deserializer().deserialize("any", bytes)).isEqualTo(standing);
    }

    @Test
    void what_was_written_before_stores_were_kept_is_of_no_store() {
        final byte[] bytes = {1, 0, 0, 0, 0, 0, 0, 0, 7, 0, 1, 'a'};

        assertThat(serde.deserializer().deserialize("any", bytes))
                .isEqualTo(Standing.UNKNOWN.published(new Publication(7, "a", "")));
    }

    @Test
    void what_is_not_a_standing_is_refused() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("any", new byte[] {16}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> serde.deserializer().deserialize("any", new byte[] {1, 2}))
                .isInstanceOf(SerializationException.class);
    }
}
