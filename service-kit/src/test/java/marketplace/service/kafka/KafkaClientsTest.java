package marketplace.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import marketplace.service.Service;
import org.junit.jupiter.api.Test;

final class KafkaClientsTest {
    @Test
    void every_key_of_kafkas_is_a_setting() {
        try (Service service = Service.start(
                KafkaClientsTest.class,
                Map.of(
                        "micronaut.server.port", -1,
                        "kafka.linger.ms", "7",
                        "kafka.security.protocol", "PLAINTEXT",
                        "schema.registry.url", "http://registry.example"))) {
            final ApplicationContext context = service.context();
            assertThat(context.getBean(KafkaClients.class).settings())
                    .containsEntry("linger.ms", "7")
                    .containsEntry("security.protocol", "PLAINTEXT")
                    .containsEntry("schema.registry.url", "http://registry.example")
                    .containsKey("bootstrap.servers");
        }
    }
}
