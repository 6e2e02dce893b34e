package marketplace.acceptance.criteria;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a client of a cluster is allowed: what the brokers say, and what they do when it tries. */
final class ClientTries {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int PATIENCE_MS = (int) PATIENCE.toMillis();
    private static final int A_MOMENT_MS = 3_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Object> settings;

    /** @param settings with which the client reaches the cluster */
    ClientTries(final Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("default.api.timeout.ms", PATIENCE_MS);
        this.settings.put("request.timeout.ms", PATIENCE_MS);
    }

    /** What the brokers say that it may do with each topic; nothing where it may not even see it. */
    Map<String, Set<AclOperation>> operations(final Collection<String> topics)
            throws ExecutionException, InterruptedException {
        final Map<String, Set<AclOperation>> allowed = new HashMap<>();
        try (Admin admin = Admin.create(settings)) {
            final Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                            topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .topicNameValues();
            for (final Map.Entry<String, KafkaFuture<TopicDescription>> answer : answers.entrySet()) {
                allowed.put(answer.getKey(), operations(answer.getValue()));
            }
        }
        return allowed;
    }

    private static Set<AclOperation> operations(final KafkaFuture<TopicDescription> answer)
            throws ExecutionException, InterruptedException {
        try {
            return new TreeSet<>(answer.get().authorizedOperations());
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Set.of();
            }
            throw e;
        }
    }

    /** Whether it is let in at all. */
    boolean isLetIn() throws ExecutionException, InterruptedException {
        final Map<String, Object> impatient = new HashMap<>(settings);
        impatient.put("default.api.timeout.ms", A_MOMENT_MS);
        impatient.put("request.timeout.ms", A_MOMENT_MS);
        try (Admin admin = Admin.create(impatient)) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof AuthenticationException || e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    /** Whether it can read a topic. Who is refused hears so at the first answer, which may take its time. */
    boolean reads(final String topic) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            final TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            final long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.poll(POLL).isEmpty() && System.nanoTime() < deadline) {
                // Nothing was said yet.
            }
            return true;
        } catch (final AuthorizationException e) {
            return false;
        }
    }

    /** Whether it can write to a topic. If it can, a tombstone of a key that nobody knows is left there. */
    boolean writes(final String topic, final String key) throws ExecutionException, InterruptedException {
        final Map<String, Object> plain = new HashMap<>(settings);
        plain.put("max.block.ms", PATIENCE_MS);
        // A principal that writes nowhere would be refused as an idempotent producer, whatever the topic.
        plain.put("enable.idempotence", false);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(plain, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), null))
                    .get();
            return true;
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw e;
        }
    }
}
