package marketplace.acceptance.criteria;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import marketplace.catalogue.Cluster;
import marketplace.catalogue.Principal;
import marketplace.catalogue.TopicSpec;
import org.apache.kafka.common.acl.AclOperation;

/** Each principal can do on every topic of both clusters what the catalogue says and nothing else; strangers nothing. */
final class Rights implements Criterion {
    private static final int AT_A_TIME = 4;
    private static final int SHOWN = 5;

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String title() {
        return "TLS and ACLs: each principal can do what the catalogue says and nothing else";
    }

    /** What came of a number of tries: how many there were, and what was not as it is to be. */
    private record Tries(String what, int count, List<String> wrong) {}

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final List<Callable<List<Tries>>> tasks = new ArrayList<>();
        for (final Cluster cluster : Cluster.values()) {
            for (final Principal principal : ground.catalogue().principalsOn(cluster)) {
                tasks.add(() -> asPrincipal(ground, cluster, principal));
            }
            tasks.add(() -> asStranger(ground, cluster));
        }
        final Evidence evidence = new Evidence();
        final Map<String, Tries> sums = new LinkedHashMap<>();
        for (final List<Tries> done : inParallel(tasks)) {
            done.forEach(tries -> sums.merge(tries.what(), tries, Rights::sum));
        }
        sums.values()
                .forEach(sum -> evidence.holds(
                        sum.wrong().isEmpty(),
                        "%,d %s%s",
                        sum.count(),
                        sum.what(),
                        sum.wrong().isEmpty() ? "" : "; not so: " + shown(sum.wrong())));
        return evidence.finding();
    }

    private static Tries sum(final Tries one, final Tries other) {
        final List<String> wrong = new ArrayList<>(one.wrong());
        wrong.addAll(other.wrong());
        return new Tries(one.what(), one.count() + other.count(), wrong);
    }

    private static String shown(final List<String> wrong) {
        final String some = String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
        return wrong.size() > SHOWN ? some + "; and " + (wrong.size() - SHOWN) + " more" : some;
    }

    private static List<List<Tries>> inParallel(final List<Callable<List<Tries>>> tasks)
            throws IOException, InterruptedException {
        final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            final List<List<Tries>> all = new ArrayList<>();
            for (final Future<List<Tries>> done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
            return all;
        } catch (final ExecutionException e) {
            throw new IOException(
                    "The rights could not all be tried: " + e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Tries> asPrincipal(final Ground ground, final Cluster cluster, final Principal principal)
            throws IOException, ExecutionException, InterruptedException {
        final String who = principal.name() + " on the " + cluster.label() + " cluster";
        final GrantedRights granted = new GrantedRights(ground.catalogue(), cluster);
        final List<String> topics = ground.catalogue().topicsOn(cluster).stream()
                .map(TopicSpec::name)
                .toList();
        final ClientTries tries = new ClientTries(ground.platform().client(cluster.label(), principal.name()));
        final List<String> wrong = new ArrayList<>();
        final Map<String, Set<AclOperation>> allowed = tries.operations(topics);
        for (final String topic : topics) {
            final Set<AclOperation> expected = granted.of(principal.name(), topic);
            if (!expected.equals(allowed.get(topic))) {
                wrong.add(who + " may " + allowed.get(topic) + " on " + topic + ", and is to have " + expected);
            }
        }
        final List<Tries> all = new ArrayList<>();
        all.add(new Tries(
                "sets of rights, of a principal on a topic, are those of the catalogue", topics.size(), wrong));
        first(topics, granted, principal, AclOperation.READ)
                .ifPresent(topic -> all.add(one(
                        "attempts to read what is not theirs were refused",
                        !tries.reads(topic),
                        who + " reads " + topic)));
        final Optional<String> foreign = first(topics, granted, principal, AclOperation.WRITE);
        if (foreign.isPresent()) {
            all.add(one(
                    "attempts to write where they may not were refused",
                    !tries.writes(foreign.get(), ground.visitor().own("intruder")),
                    who + " writes " + foreign.get()));
        }
        return all;
    }

    private static Optional<String> first(
            final List<String> topics,
            final GrantedRights granted,
            final Principal principal,
            final AclOperation operation) {
        return topics.stream()
                .filter(topic -> !granted.of(principal.name(), topic).contains(operation))
                .findFirst();
    }

    private static Tries one(final String what, final boolean isRight, final String otherwise) {
        return new Tries(what, 1, isRight ? List.of() : List.of(otherwise));
    }

    /** Somebody unknown, somebody with a wrong password, and somebody without TLS. */
    private static List<Tries> asStranger(final Ground ground, final Cluster cluster)
            throws IOException, ExecutionException, InterruptedException {
        final String what = "strangers, wrong passwords and connections without TLS were not let in";
        final List<Tries> all = new ArrayList<>();
        for (final String user : List.of("mallory", "operator")) {
            final Map<String, Object> settings = operator(ground, cluster);
            settings.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                            + "\" password=\"guess\";");
            all.add(one(what, !new ClientTries(settings).isLetIn(), user + " with a guess for a password came in"));
        }
        for (final String protocol : List.of("PLAINTEXT", "SASL_PLAINTEXT")) {
            final Map<String, Object> settings = operator(ground, cluster);
            settings.put("security.protocol", protocol);
            all.add(one(what, !new ClientTries(settings).isLetIn(), "somebody came in over " + protocol));
        }
        return all;
    }

    private static Map<String, Object> operator(final Ground ground, final Cluster cluster) throws IOException {
        return new HashMap<>(ground.platform().client(cluster.label(), "operator"));
    }
}
