package marketplace.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Random;
import java.util.stream.IntStream;
import marketplace.local.layout.Ports;
import org.junit.jupiter.api.Test;

final class FreePortsTest {
    private final FakeMachine machine = new FakeMachine();

    @Test
    void the_first_ports_that_are_all_free_are_taken() {
        int first = FreePorts.find(machine, new Random(7)).offset();
        assertThat(first).isBetween(500, 2_999);

        machine.listens(new Ports(first).mirrorMaker(), null);
        var next = FreePorts.find(machine, new Random(7));

        assertThat(next.offset()).isNotEqualTo(first);
        assertThat(next.all().values()).allMatch(machine::isFree);
    }

    @Test
    void they_are_out_of_the_way_of_those_that_the_operating_system_gives_to_anybody() {
        assertThat(IntStream.range(0, 100).mapToObj(seed -> FreePorts.find(machine, new Random(seed))))
                .allSatisfy(ports -> assertThat(ports.all().values()).allMatch(port -> port < 32_768));
    }

    @Test
    void a_machine_that_is_full_has_no_room() {
        IntStream.range(1, 65_536).forEach(port -> machine.listens(port, null));

        assertThatIllegalStateException()
                .isThrownBy(() -> FreePorts.find(machine, new Random(7)))
                .withMessageContaining("No room for another platform");
    }
}
