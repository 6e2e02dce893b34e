package marketplace.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class BrokerReadinessTest {
    private static final Map<String, Object> ENCRYPTED =
            Map.of("security.protocol", "SSL", "default.api.timeout.ms", 20_000, "request.timeout.ms", 5_000);

    @Test
    void a_broker_that_does_not_listen_is_not_ready() throws Exception {
        int port;
        try (var closed = listening()) {
            port = closed.getLocalPort();
        }

        assertThat(new BrokerReadiness(0, port, ENCRYPTED).isReady()).isFalse();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_broker_that_takes_the_connection_and_says_nothing_is_not_ready_and_not_waited_for() throws Exception {
        try (var silent = listening()) {
            var readiness = new BrokerReadiness(0, silent.getLocalPort(), ENCRYPTED);

            assertThatThrownBy(readiness::isReady).hasStackTraceContaining("TimeoutException");
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
