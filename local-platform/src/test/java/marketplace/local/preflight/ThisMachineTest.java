package marketplace.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ThisMachineTest {
    private final ThisMachine machine = new ThisMachine();

    @Test
    void a_port_with_a_listener_is_not_free() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(machine.isFree(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_port_with_a_listener_on_every_address_is_not_free() throws IOException {
        try (var listener = new ServerSocket(0)) {
            assertThat(machine.isFree(listener.getLocalPort())).isFalse();
        }
    }

    @Test
    void it_tells_who_listens_on_a_port() throws IOException {
        assumeLinux();
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(machine.listenerOn(listener.getLocalPort())).hasValueSatisfying(who -> assertThat(who)
                    .startsWith("process " + ProcessHandle.current().pid())
                    .contains("java"));
        }
    }

    @Test
    void nobody_listens_on_a_port_that_cannot_be() {
        assertThat(machine.listenerOn(0)).isEmpty();
    }

    @Test
    void it_knows_its_memory_its_disk_and_its_java(@TempDir Path folder) throws IOException {
        assertThat(machine.freeDisk(folder)).isPositive();
        assertThat(machine.javaVersion()).isEqualTo(Runtime.version().feature());
        assumeLinux();
        assertThat(machine.availableMemory().orElseThrow()).isPositive();
    }

    private static void assumeLinux() {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "only Linux tells");
    }
}
