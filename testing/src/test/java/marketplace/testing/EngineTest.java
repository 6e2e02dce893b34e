package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {
    @Test
    void an_engine_comes_with_what_it_needs() {
        assertThat(Engine.withNeeds(List.of(Engine.MIRROR)))
                .containsExactlyInAnyOrder(Engine.PRIMARY, Engine.TARGET, Engine.MIRROR);
        assertThat(Engine.withNeeds(List.of(Engine.CONNECT, Engine.SCHEMA_REGISTRY)))
                .containsExactlyInAnyOrder(Engine.PRIMARY, Engine.CONNECT, Engine.SCHEMA_REGISTRY);
    }

    @Test
    void a_cluster_needs_nothing() {
        assertThat(Engine.withNeeds(List.of(Engine.TARGET))).containsExactly(Engine.TARGET);
    }

    @Test
    void elasticsearch_needs_nothing() {
        assertThat(Engine.withNeeds(List.of(Engine.ELASTICSEARCH))).containsExactly(Engine.ELASTICSEARCH);
    }
}
