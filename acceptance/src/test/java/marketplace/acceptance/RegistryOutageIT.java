package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import marketplace.schemas.Topics;
import marketplace.schemas.registry.RegistryUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry goes away and comes back under traffic. */
@ExtendWith(RunningPlatform.class)
class RegistryOutageIT {
    private final Marketplace marketplace;
    private final ClientEvents events;

    RegistryOutageIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.events = new ClientEvents(marketplace);
    }

    @Test
    @Timeout(180)
    void traffic_goes_on_without_the_registry_and_newcomers_work_when_it_is_back() throws Exception {
        var settings = events.settings("primary", "client-api");
        var running = new AtomicBoolean(true);
        var acknowledged = new AtomicInteger();
        try (var producer = events.producer()) {
            var traffic = new Thread(() -> {
                for (int number = 0; running.get(); number++) {
                    try {
                        producer.send(events.record(number)).get();
                        acknowledged.incrementAndGet();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                }
            });
            traffic.start();
            awaitMore(acknowledged);
            marketplace.must("kill", "schema-registry");
            awaitMore(acknowledged);

            try (var newcomer = Topics.CLIENT_EVENTS.serializer(settings)) {
                assertThatThrownBy(() -> newcomer.serialize(
                                Topics.CLIENT_EVENTS.name(), events.record(0).value()))
                        .isInstanceOf(RegistryUnavailableException.class)
                        .hasMessageContaining("client-events-value")
                        .hasMessageContaining(Integer.toString(marketplace.port(8081)));
            }

            marketplace.must("start", "schema-registry");
            awaitMore(acknowledged);
            running.set(false);
            traffic.join();
        }
        // A reader that starts after the outage reads what was written before, during and after it.
        assertThat(events.countOn("primary", acknowledged.get())).hasSize(acknowledged.get());
    }

    private static void awaitMore(AtomicInteger counter) throws InterruptedException {
        int before = counter.get();
        while (counter.get() < before + 100) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
