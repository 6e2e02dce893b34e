package marketplace.acceptance.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TyposTest {
    @Test
    void the_longest_word_is_spoilt_a_little_and_never_at_its_beginning() {
        final Random random = new Random(1);
        for (int time = 0; time < 500; time++) {
            final String typed = Typos.in("игровой монитор", random);

            assertThat(typed).endsWith("монитор").startsWith("и");
            assertThat(typed.length()).isBetween(14, 16);
        }
    }

    @Test
    void a_short_word_stays_as_it_is() {
        assertThat(Typos.in("нож", new Random(1))).isEqualTo("нож");
    }
}
