package marketplace.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import marketplace.catalogue.Cluster;
import marketplace.events.SearchEvent;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** The service is there before the brokers know its user, and its first login is refused. */
@Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class LateUserIT {
    private static final String USER = "late-client-api";
    private static final String PASSWORD = "comes-late";

    @Test
    void searches_of_before_are_recorded_once_the_user_is_known(final RunningEngines engines) throws Exception {
        final Map<String, Object> settings =
                new HashMap<>(ProductIndexes.with(engines.elasticsearchUrl(), List.of(Goods.named("l-1", "Торшер")))
                        .settings());
        settings.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(USER, PASSWORD));
        try (ClientApi client = ClientApi.on(engines, settings);
                TopicLog<SearchEvent> log = new TopicLog<>(engines, Topics.SEARCH_PRODUCTS)) {
            final JsonNode early = client.search("торшер");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(client.metric("kafka_producer_failed_authentication_total"))
                            .isPositive());

            enrol(engines);

            log.waitFor(event -> event.getQueryId().equals(early.get("query_id").textValue()));
        }
    }

    private static void enrol(final RunningEngines engines) throws Exception {
        try (Admin admin = Admin.create(engines.admin(Cluster.PRIMARY))) {
            admin.createAcls(List.of(
                            may(ResourceType.TOPIC, Topics.SEARCH_PRODUCTS.name(), AclOperation.WRITE),
                            may(ResourceType.CLUSTER, "kafka-cluster", AclOperation.DESCRIBE)))
                    .all()
                    .get();
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
        }
    }

    private static AclBinding may(final ResourceType type, final String name, final AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + USER, "*", operation, AclPermissionType.ALLOW));
    }
}
