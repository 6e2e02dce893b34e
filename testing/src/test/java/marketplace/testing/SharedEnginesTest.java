package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Cluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedEnginesTest {
    private static final Set<Engine> REGISTRY = Set.of(Engine.SCHEMA_REGISTRY);
    private static final Set<Engine> PRIMARY = Set.of(Engine.PRIMARY);

    private final FakeProvider provider = new FakeProvider(Engine.SCHEMA_REGISTRY);
    private final SharedEngines shared = new SharedEngines(Catalogue.load(), provider);

    @AfterEach
    void close() {
        shared.close();
    }

    @Test
    void a_failure_shows_the_engines_last_lines() {
        assertThatThrownBy(() -> shared.with(REGISTRY))
                .isInstanceOf(EnginesException.class)
                .hasMessage("kafka-0 left with exit code 1 before it was ready.%n  | disk full".formatted());
    }

    @Test
    void who_asks_for_the_same_again_is_told_at_once() {
        assertThatThrownBy(() -> shared.with(REGISTRY)).isInstanceOf(EnginesException.class);
        assertThatThrownBy(() -> shared.with(REGISTRY))
                .isInstanceOf(EnginesException.class)
                .hasMessageStartingWith("The engines did not start for an earlier class: kafka-0 left");
        assertThat(provider.asked).hasSize(1);
    }

    @Test
    void who_asks_for_something_else_is_not_troubled() {
        assertThatThrownBy(() -> shared.with(REGISTRY)).isInstanceOf(EnginesException.class);
        assertThatCode(() -> shared.with(PRIMARY)).doesNotThrowAnyException();
    }

    @Test
    void settings_are_a_map_of_the_tests_own() {
        var engines = shared.with(PRIMARY);
        engines.clientSettings(Cluster.PRIMARY, "shop-api").put("linger.ms", 0);

        assertThat(engines.clientSettings(Cluster.PRIMARY, "shop-api"))
                .containsEntry("bootstrap.servers", "primary")
                .containsEntry("user", "shop-api")
                .doesNotContainKeys("linger.ms", "schema.registry.url");
    }

    @Test
    void a_class_reaches_only_what_it_asked_for() {
        var engines = shared.with(PRIMARY);

        assertThatThrownBy(engines::schemaRegistryUrl)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This class did not ask for SCHEMA_REGISTRY: name it in @Engines.");
        assertThatThrownBy(engines::connectUrl).hasMessageContaining("CONNECT");
        assertThatThrownBy(engines::elasticsearchUrl).hasMessageContaining("ELASTICSEARCH");
        assertThatThrownBy(() -> engines.admin(Cluster.TARGET)).hasMessageContaining("TARGET");
        assertThatThrownBy(() -> engines.topicNamed(Cluster.TARGET, "products")).hasMessageContaining("TARGET");
    }

    @Test
    void a_principal_that_does_not_live_on_the_cluster_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> shared.with(PRIMARY).clientSettings(Cluster.PRIMARY, "hadoop-api"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "There is no hadoop-api on the primary cluster; there are shop-api, client-api");
    }
}
