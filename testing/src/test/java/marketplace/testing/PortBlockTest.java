package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntPredicate;
import marketplace.local.preflight.Machine;
import org.junit.jupiter.api.Test;

class PortBlockTest {
    private static final int SEED = 1;

    @Test
    void two_runs_never_have_the_same_ports_even_if_both_found_them_free() {
        try (var one = PortBlock.take(machine(port -> true), new Random(SEED));
                var other = PortBlock.take(machine(port -> true), new Random(SEED))) {
            assertThat(other.ports()).isNotEqualTo(one.ports());
        }
    }

    @Test
    void ports_that_are_let_go_can_be_taken_again() {
        var once = PortBlock.take(machine(port -> true), new Random(SEED));
        once.close();

        try (var again = PortBlock.take(machine(port -> true), new Random(SEED))) {
            assertThat(again.ports()).isEqualTo(once.ports());
        }
    }

    @Test
    void a_machine_without_free_ports_is_one_clear_line() {
        assertThatThrownBy(() -> PortBlock.take(machine(port -> false), new Random(SEED)))
                .isInstanceOf(EnginesException.class)
                .hasMessage("No ports are free for the engines: stop what other runs left behind.");
    }

    private static Machine machine(IntPredicate free) {
        return new Machine() {
            @Override
            public int javaVersion() {
                return 17;
            }

            @Override
            public OptionalLong availableMemory() {
                return OptionalLong.empty();
            }

            @Override
            public long freeDisk(Path folder) {
                return Long.MAX_VALUE;
            }

            @Override
            public boolean isFree(int port) {
                return free.test(port);
            }

            @Override
            public Optional<String> listenerOn(int port) {
                return Optional.empty();
            }
        };
    }
}
