package marketplace.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.AlterUserScramCredentialsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateAclsOptions;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DeleteAclsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;

/** Makes changes on a cluster, one request for each kind of change, and waits until every broker goes by them. */
final class ClusterApplier {
    private static final int SCRAM_ITERATIONS = 4096;
    private static final long POLL_MS = 50;

    private final AdminCalls calls;
    private final Passwords passwords;
    private final Map<Change, KafkaFuture<?>> answers = new LinkedHashMap<>();

    ClusterApplier(AdminCalls calls, Passwords passwords) {
        this.calls = calls;
        this.passwords = passwords;
    }

    /** Answers one line for each change that failed. */
    List<String> apply(List<Change> changes, Consumer<Change> made) {
        createTopics(only(Change.CreateTopic.class, changes));
        addPartitions(only(Change.AddPartitions.class, changes));
        alterConfigs(changes);
        createUsers(only(Change.CreateUser.class, changes));
        grant(only(Change.GrantRight.class, changes));
        revoke(only(Change.RevokeAcl.class, changes));

        List<String> failures = new ArrayList<>();
        Map<String, Integer> grown = new HashMap<>();
        answers.forEach((change, answer) -> {
            Optional<String> failure = calls.failure(answer);
            if (failure.isPresent()) {
                failures.add(calls.label() + ": " + change.step() + ": " + failure.get());
                return;
            }
            if (change instanceof Change.CreateTopic created) {
                grown.put(created.topic().name(), created.topic().partitions());
            } else if (change instanceof Change.AddPartitions added) {
                grown.put(added.topic(), added.after());
            }
            made.accept(change);
        });
        ClusterReader reader = new ClusterReader(calls);
        awaitLeaders(reader, grown).ifPresent(failures::add);
        awaitBrokers(reader).ifPresent(failures::add);
        return failures;
    }

    private void createTopics(List<Change.CreateTopic> changes) {
        List<NewTopic> topics = changes.stream()
                .map(change -> new NewTopic(
                                change.topic().name(), change.topic().partitions(), (short)
                                        change.topic().replication())
                        .configs(change.topic().config()))
                .toList();
        send(
                changes,
                () -> calls.admin()
                        .createTopics(topics, calls.within(new CreateTopicsOptions()))
                        .values(),
                change -> change.topic().name());
    }

    private void addPartitions(List<Change.AddPartitions> changes) {
        Map<String, NewPartitions> partitions = changes.stream()
                .collect(Collectors.toMap(
                        Change.AddPartitions::topic, change -> NewPartitions.increaseTo(change.after())));
        send(
                changes,
                () -> calls.admin()
                        .createPartitions(partitions, calls.within(new CreatePartitionsOptions()))
                        .values(),
                Change.AddPartitions::topic);
    }

    /** Keys are set and reset one by one, so that what else is on a topic stays. */
    private void alterConfigs(List<Change> changes) {
        Map<ConfigResource, List<AlterConfigOp>> operations = new HashMap<>();
        Map<Change, ConfigResource> resources = new LinkedHashMap<>();
        BiConsumer<Change, String> touches = (change, topic) -> resources.put(change, ClusterReader.resource(topic));
        for (Change change : changes) {
            if (change instanceof Change.SetTopicConfig set) {
                touches.accept(set, set.topic());
                operations
                        .computeIfAbsent(ClusterReader.resource(set.topic()), topic -> new ArrayList<>())
                        .add(new AlterConfigOp(new ConfigEntry(set.key(), set.after()), AlterConfigOp.OpType.SET));
            } else if (change instanceof Change.ResetTopicConfig reset) {
                touches.accept(reset, reset.topic());
                operations
                        .computeIfAbsent(ClusterReader.resource(reset.topic()), topic -> new ArrayList<>())
                        .add(new AlterConfigOp(new ConfigEntry(reset.key(), ""), AlterConfigOp.OpType.DELETE));
            }
        }
        send(
                List.copyOf(resources.keySet()),
                () -> calls.admin()
                        .incrementalAlterConfigs(Map.copyOf(operations), calls.within(new AlterConfigsOptions()))
                        .values(),
                resources::get);
    }

    private void createUsers(List<Change.CreateUser> changes) {
        List<UserScramCredentialAlteration> users = changes.stream()
                .<UserScramCredentialAlteration>map(change -> new UserScramCredentialUpsertion(
                        change.user(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                        passwords
                                .of(change.user())
                                .orElseThrow(() -> new IllegalStateException("planned without a password"))))
                .toList();
        send(
                changes,
                () -> calls.admin()
                        .alterUserScramCredentials(users, calls.within(new AlterUserScramCredentialsOptions()))
                        .values(),
                Change.CreateUser::user);
    }

    private void grant(List<Change.GrantRight> changes) {
        List<AclBinding> acls =
                changes.stream().map(change -> change.right().toBinding()).toList();
        send(
                changes,
                () -> calls.admin()
                        .createAcls(acls, calls.within(new CreateAclsOptions()))
                        .values(),
                change -> change.right().toBinding());
    }

    private void revoke(List<Change.RevokeAcl> changes) {
        List<AclBindingFilter> filters =
                changes.stream().map(change -> change.acl().toFilter()).toList();
        send(
                changes,
                () -> calls.admin()
                        .deleteAcls(filters, calls.within(new DeleteAclsOptions()))
                        .values(),
                change -> change.acl().toFilter());
    }

    /** Sends a request if there is anything to ask for, and remembers which answer belongs to which change. */
    private <C extends Change, K, F extends KafkaFuture<?>> void send(
            List<C> changes, java.util.function.Supplier<Map<K, F>> request, Function<C, K> key) {
        if (!changes.isEmpty()) {
            Map<K, F> sent = request.get();
            changes.forEach(change -> answers.put(change, sent.get(key.apply(change))));
        }
    }

    /** A topic that was created a moment ago can be unknown to the broker that a service asks first. */
    private Optional<String> awaitLeaders(ClusterReader reader, Map<String, Integer> partitions) {
        Map<String, Integer> waiting = new HashMap<>(partitions);
        return await("no leader yet for every partition of ", waiting.keySet(), () -> waiting.keySet()
                .retainAll(Set.copyOf(reader.withoutLeaders(waiting))));
    }

    /** A user that some broker does not know yet is refused there, which a client takes for the last word. */
    private Optional<String> awaitBrokers(ClusterReader reader) {
        Followers followers = new Followers(reader);
        Set<Integer> waiting = followers.behind();
        return await("not known yet to broker ", waiting, () -> waiting.retainAll(followers.behind()));
    }

    /** Looks until nothing is left to wait for; answers a problem if that takes too long. */
    private Optional<String> await(String problem, Set<?> waiting, Runnable look) {
        long deadline = System.nanoTime() + calls.timeout().toNanos();
        while (!waiting.isEmpty()) {
            look.run();
            if (waiting.isEmpty()) {
                break;
            }
            if (System.nanoTime() > deadline) {
                return Optional.of(calls.label() + ": " + problem
                        + waiting.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
            }
            pause();
        }
        return Optional.empty();
    }

    private void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            throw calls.interrupted(e);
        }
    }

    private static <C extends Change> List<C> only(Class<C> kind, List<Change> changes) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
