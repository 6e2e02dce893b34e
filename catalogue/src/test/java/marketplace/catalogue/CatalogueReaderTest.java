package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogueReaderTest {

    @Test
    void the_platforms_own_catalogue_is_valid() {
        Catalogue catalogue = Catalogue.load();

        assertThat(catalogue.mirroredTopics()).extracting(TopicSpec::name).contains("products");
        assertThat(catalogue.subjectClasses()).containsEntry("products-value", "marketplace.events.Product");
    }

    @Test
    void defaults_hold_where_a_topic_says_nothing_else() {
        TopicSpec orders = topic(Catalogues.small(), "orders");
        TopicSpec insights = topic(Catalogues.small(), "insights");

        assertThat(orders.partitions()).isEqualTo(2);
        assertThat(insights.partitions()).isEqualTo(1);
        assertThat(orders.config())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("retention.ms", "86400000")
                .containsEntry("min.insync.replicas", "2");
        assertThat(insights.value()).isEmpty();
    }

    @Test
    void who_puts_records_aside_has_a_topic_for_them_where_he_lives() {
        TopicSpec letters = topic(Catalogues.small(), "billing.dlq");

        assertThat(letters.cluster()).isEqualTo(Cluster.PRIMARY);
        assertThat(letters.mirrored()).isFalse();
        assertThat(letters.config()).containsEntry("retention.ms", "1209600000");
        assertThat(letters.writtenBy()).containsExactly("billing");
        assertThat(letters.value()).isEqualTo(Optional.empty());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_each_with_its_line() {
        List<String> problems = problems("""
                defaults: {replication: 2}
                topics:
                  - name: a
                    about: A.
                    cluster: moon
                    key: id
                    retention: 7
                    written-by: [nobody]
                  - name: b
                    about: B.
                    cluster: primary
                    key: id
                    replication: 0
                    config: {min.insync.replicas: 3, retension.ms: 1}
                    written-by: [far]
                    read-by: [far]
                  - name: b
                    cluster: target
                    mirrored: maybe
                    key: id
                    about: Again.
                  - {name: far.dlq, about: Mine., cluster: target, key: id}
                principals:
                  - name: far
                    about: Far.
                    clusters: [target]
                    dead-letters: true
                    mirrors: true
                    also:
                      - {cluster: primary, topic: x, operations: [READ]}
                      - {cluster: target, topic: x, group: y, operations: [READ]}
                      - {cluster: target, group: y, operations: [WRITE, FLY]}
                      - {cluster: target, topic: y}
                """);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "test.yaml:7: topics[0]: unknown key retention (known: name, about, cluster, mirrored, "
                                + "partitions, replication, config, key, value, written-by, read-by)",
                        "test.yaml:5: topic a: cluster: unknown cluster moon (known: primary, target)",
                        "test.yaml:8: topic a: written-by: unknown principal nobody",
                        "test.yaml:13: topic b: replication: 0 is not a whole number from 1 to 100",
                        "test.yaml:14: topic b: config: Kafka knows no topic configuration retension.ms",
                        "test.yaml:9: topic b: min.insync.replicas 3 does not fit replication 2",
                        "test.yaml:15: topic b: written-by: far does not live on the primary cluster",
                        "test.yaml:16: topic b: read-by: far does not live on the primary cluster, "
                                + "and the topic is not mirrored",
                        "test.yaml:19: topic b: mirrored: maybe is neither true nor false",
                        "test.yaml: topic b is there twice",
                        "test.yaml: topic far.dlq is there, and principal far with dead-letters: true makes it too",
                        "test.yaml:28: principal far: mirrors: a mirror lives on both clusters",
                        "test.yaml:30: principal far, also[0]: cluster: the principal does not live on primary",
                        "test.yaml:31: principal far, also[1]: names 2 resources instead of one topic, group or "
                                + "transactional-id",
                        "test.yaml:32: principal far, also[2]: operations: a group knows no operation WRITE",
                        "test.yaml:32: principal far, also[2]: operations: a group knows no operation FLY",
                        "test.yaml:33: principal far, also[3]: operations is missing or empty");
    }

    @Test
    void a_name_that_kafka_would_not_take_is_refused() {
        assertThat(problems(Catalogues.SMALL.replace("name: insights", "name: in sights")))
                .containsExactly("test.yaml:15: topic in sights: name: a name consists of letters, digits, dots, "
                        + "dashes and underscores");
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        assertThat(problems(Catalogues.SMALL.replace("partitions: 2", "partitions: 2\n  partitions: 3")))
                .containsExactly("test.yaml:3: defaults: key partitions is there twice");
    }

    @Test
    void what_is_not_yaml_or_not_a_catalogue_is_one_line() {
        assertThat(problems("a: [")).hasSize(1).first().asString().startsWith("test.yaml:1: is not YAML: ");
        assertThat(problems("")).containsExactly("test.yaml: is empty");
        assertThat(problems("hello")).contains("test.yaml:1: the file: is not a mapping of keys to values");
        assertThat(problems("topics: []")).containsExactly("test.yaml:1: the file: principals is missing");
        assertThat(catchThrowableOfType(CatalogueException.class, () -> Catalogue.load(Path.of("/no/such.yaml")))
                        .problems())
                .containsExactly("/no/such.yaml: cannot be read: there is no such file");
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(CatalogueException.class, () -> Catalogues.read(yaml))
                .problems();
    }

    private static TopicSpec topic(Catalogue catalogue, String name) {
        return catalogue.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
