package marketplace.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Makes clusters and the registry what the catalogue says they are.
 *
 * <p>All places are looked at first. If anything is wrong with any of them, nothing is changed anywhere. Otherwise all
 * are changed, at the same time. Applying twice changes nothing the second time. Topics, users and subjects are never
 * deleted.
 *
 * <p>Any selection of places will do: a cluster alone as soon as it is up, the registry alone.
 */
public final class Contract {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Catalogue catalogue;
    private final Passwords passwords;
    private final Options options;
    private final Reporter reporter;

    /**
     * A contract that can be applied many times.
     *
     * @throws IllegalArgumentException when the options ask for fewer than one replica
     */
    public Contract(Catalogue catalogue, Passwords passwords, Options options, Reporter reporter) {
        this.catalogue = options.maximumReplication().isPresent()
                ? catalogue.withReplicationAtMost(options.maximumReplication().getAsInt())
                : catalogue;
        this.passwords = passwords;
        this.options = options;
        this.reporter = reporter;
    }

    /**
     * Applies the catalogue to those places. Waits, within the timeout, for brokers that are still starting, and until
     * every new partition has a leader. Blocks; does not throw for what a place answers or fails to answer: that is in
     * the outcome, and has been reported.
     *
     * @throws IllegalStateException when the calling thread is interrupted
     */
    public Outcome apply(Access... places) {
        return run(Arrays.asList(places), true);
    }

    /** Says what {@link #apply} would do, and changes nothing. */
    public Outcome plan(Access... places) {
        return run(Arrays.asList(places), false);
    }

    private Outcome run(List<Access> accesses, boolean forReal) {
        List<Place> places = accesses.stream().map(this::place).toList();
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, places.size()), task -> {
            Thread thread = new Thread(task, "catalogue");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Place, Plan> plans = everywhere(threads, places, place -> looked(place, forReal));
            List<String> problems = plans.values().stream()
                    .flatMap(plan -> plan.problems().stream())
                    .toList();
            List<String> notes = plans.values().stream()
                    .flatMap(plan -> plan.notes().stream())
                    .toList();
            List<Change> planned = plans.values().stream()
                    .flatMap(plan -> plan.changes().stream())
                    .toList();
            notes.forEach(reporter::note);
            if (!problems.isEmpty()) {
                problems.forEach(reporter::problem);
                return new Outcome(forReal ? List.of() : planned, problems, notes);
            }
            if (!forReal) {
                planned.forEach(reporter::change);
                return new Outcome(planned, problems, notes);
            }
            return changed(threads, plans, notes);
        } finally {
            threads.shutdownNow();
            places.forEach(Place::close);
        }
    }

    private Outcome changed(ExecutorService threads, Map<Place, Plan> plans, List<String> notes) {
        List<Place> different = plans.keySet().stream()
                .filter(place -> !plans.get(place).changes().isEmpty())
                .toList();
        List<Change> made = Collections.synchronizedList(new ArrayList<>());
        List<String> failures = everywhere(
                        threads,
                        different,
                        place -> made(place, plans.get(place).changes(), change -> {
                            made.add(change);
                            reporter.change(change);
                        }))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
        failures.forEach(reporter::problem);
        return new Outcome(made, failures, notes);
    }

    private static Plan looked(Place place, boolean waitForBrokers) {
        try {
            return place.plan(waitForBrokers);
        } catch (PlaceException e) {
            return Plan.impossible(List.of(e.getMessage()));
        }
    }

    private static List<String> made(Place place, List<Change> changes, java.util.function.Consumer<Change> reporter) {
        try {
            return place.apply(changes, reporter);
        } catch (PlaceException e) {
            return List.of(e.getMessage());
        }
    }

    private Place place(Access access) {
        if (access instanceof ClusterAccess cluster) {
            return new ClusterPlace(catalogue, cluster, passwords, options);
        }
        return new RegistryPlace(catalogue, (RegistryAccess) access, options);
    }

    /** Does something at all places at once, and says what it waits for when that takes a while. */
    private <T> Map<Place, T> everywhere(ExecutorService threads, List<Place> places, Function<Place, T> work) {
        Map<Place, Future<T>> running = new LinkedHashMap<>();
        places.forEach(place -> running.put(place, threads.submit(() -> work.apply(place))));
        Map<Place, T> results = new LinkedHashMap<>();
        running.forEach((place, future) -> results.put(place, awaited(place, future)));
        return results;
    }

    private <T> T awaited(Place place, Future<T> future) {
        while (true) {
            try {
                return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                reporter.progress(place.label() + ": " + place.doing() + " …");
            } catch (ExecutionException e) {
                throw new IllegalStateException(place.label() + ": failed in a way that nobody expected", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(place.label() + ": interrupted", e);
            }
        }
    }
}
