package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.catalogue.Cluster;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A test run of three classes, looked at from outside: they share engines, which are gone after the last. */
class SharingIT {
    private static final List<Seen> SEEN = new ArrayList<>();

    /** What one class found. */
    private record Seen(
            Object address, Path folder, Set<ProcessHandle> processes, String topic, Set<String> topics, int records) {}

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void classes_share_engines_that_grow_with_what_they_ask_for_and_are_gone_after_the_last() {
        var others = engineProcesses();

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(First.class), selectClass(Second.class), selectClass(AsksForMore.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(3).succeeded(3));

        var first = SEEN.get(0);
        var second = SEEN.get(1);
        var third = SEEN.get(2);
        assertThat(first.processes()).as("one broker").hasSize(others.size() + 1);
        assertThat(SEEN).extracting(Seen::address).containsOnly(first.address());
        assertThat(second.processes()).as("no restart").isEqualTo(first.processes());
        assertThat(third.processes())
                .as("the registry beside the broker that ran")
                .containsAll(first.processes())
                .hasSize(first.processes().size() + 1);
        assertThat(second.topics()).as("the same cluster").contains(first.topic());
        assertThat(SEEN).extracting(Seen::topic).as("topics of their own").doesNotHaveDuplicates();
        assertThat(SEEN).extracting(Seen::records).as("nobody else's records").containsOnly(1);

        assertThat(engineProcesses()).as("processes after the last class").isEqualTo(others);
        assertThat(first.folder()).as("data after the last class").doesNotExist();
    }

    /** The engines that this process started, which are its children. */
    private static Set<ProcessHandle> engineProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("marketplace.engines."))
                .collect(Collectors.toSet());
    }

    private static void look(RunningEngines engines) throws Exception {
        var topic = engines.topicNamed("products");
        var settings = engines.admin(Cluster.PRIMARY);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get();
        }
        try (var admin = Admin.create(settings)) {
            var folder = Path.of(settings.get("ssl.truststore.location").toString())
                    .getParent()
                    .getParent();
            assertThat(Files.isDirectory(folder)).isTrue();
            SEEN.add(new Seen(
                    settings.get("bootstrap.servers"),
                    folder,
                    engineProcesses(),
                    topic,
                    admin.listTopics().names().get(),
                    Reading.all(settings, topic, new StringDeserializer()).size()));
        }
    }

    /** Takes the engines as a method's parameter. */
    @Engines(Engine.PRIMARY)
    static class First {
        @Test
        void looks(RunningEngines engines) throws Exception {
            look(engines);
        }
    }

    /** Takes them in a constructor, and has its test in a nested class. */
    @Engines(Engine.PRIMARY)
    static class Second {
        private final RunningEngines engines;

        Second(RunningEngines engines) {
            this.engines = engines;
        }

        @Nested
        class Inside {
            @Test
            void looks() throws Exception {
                look(engines);
            }
        }
    }

    /** Takes them before its tests, with one instance for all of them. */
    @Engines({Engine.PRIMARY, Engine.SCHEMA_REGISTRY})
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class AsksForMore {
        private RunningEngines engines;

        @BeforeAll
        void take(RunningEngines given) {
            engines = given;
        }

        @Test
        void looks() throws Exception {
            assertThat(engines.schemaRegistryUrl()).endsWith("/apis/ccompat/v7");
            look(engines);
        }
    }
}
