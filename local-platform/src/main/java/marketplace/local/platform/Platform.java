package marketplace.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a platform and the order in which they come and go: each starts as soon as those it needs are ready,
 * and stops after those that need it are gone. A part that dies stays dead until somebody starts it.
 */
public final class Platform {
    private final Map<String, RunningPart> parts;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "platform");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> abandoned = new CompletableFuture<>();

    /**
     * A platform of these parts, which come in an order in which each stands after those it needs.
     *
     * @param grace how long a part may take to stop before it is killed
     */
    public Platform(List<Part> parts, PlatformListener listener, Clock clock, Duration grace) {
        this.parts = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!this.parts.keySet().containsAll(part.needs())) {
                throw new IllegalArgumentException(part.name() + " needs a part that does not come before it");
            }
            this.parts.put(part.name(), new RunningPart(part, listener, clock, grace));
        }
    }

    /**
     * Starts everything.
     *
     * @return true when everything is ready, false when the start was {@linkplain #abandon abandoned} before that
     * @throws PartFailed for the first part that did not come up; the others are left as they are, to be stopped
     */
    public boolean start() throws PartFailed, InterruptedException {
        return start(parts.keySet());
    }

    /**
     * Starts those parts and all that they need. What is ready already is left as it is, so a platform can grow.
     *
     * @return true when they are ready, false when the start was {@linkplain #abandon abandoned} before that
     * @throws PartFailed for the first part that did not come up; the others are left as they are, to be stopped
     * @throws IllegalArgumentException if there is no part of such a name; nothing is started then
     */
    public boolean start(Set<String> wanted) throws PartFailed, InterruptedException {
        var chosen = withNeeds(wanted);
        var starts = new LinkedHashMap<String, CompletableFuture<Void>>();
        var firstFailure = new CompletableFuture<Void>();
        for (RunningPart part : chosen) {
            var needed = part.part().needs().stream().map(starts::get).toArray(CompletableFuture<?>[]::new);
            var started = CompletableFuture.allOf(needed).thenRunAsync(() -> startNow(part), threads);
            starts.put(part.name(), started.whenComplete((done, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            }));
        }
        var all = CompletableFuture.allOf(starts.values().toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(all, firstFailure, abandoned).get();
            // Not before: to start, each needs the processors as much as the others.
            for (RunningPart part : chosen) {
                part.giveWay();
            }
            return !abandoned.isDone();
        } catch (ExecutionException failure) {
            throw partFailed(failure);
        }
    }

    /** Those parts and all that they need, each after what it needs. */
    private List<RunningPart> withNeeds(Set<String> wanted) {
        var names = new HashSet<String>();
        wanted.forEach(name -> names.add(part(name).name()));
        var chosen = new ArrayList<RunningPart>();
        var backwards = new ArrayList<>(parts.values());
        Collections.reverse(backwards);
        for (RunningPart part : backwards) {
            if (names.contains(part.name())) {
                names.addAll(part.part().needs());
                chosen.add(0, part);
            }
        }
        return chosen;
    }

    private static PartFailed partFailed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PartFailed part) {
                return part;
            }
        }
        return new PartFailed("The platform could not be started: " + failure, List.of(), failure);
    }

    private void startNow(RunningPart part) {
        if (abandoned.isDone() || part.state() == PartState.READY) {
            return;
        }
        try {
            part.start();
        } catch (PartFailed failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    /** Starts nothing more, now and later: the end is near. A start that is under way returns. */
    public void abandon() {
        abandoned.complete(null);
    }

    /** Stops everything, those first that nobody needs; returns when all are gone. */
    public void stop() throws InterruptedException {
        abandon();
        var remaining = new ArrayList<>(parts.values());
        while (!remaining.isEmpty()) {
            var needed = remaining.stream()
                    .flatMap(part -> part.part().needs().stream())
                    .collect(Collectors.toSet());
            var next = remaining.stream()
                    .filter(part -> !needed.contains(part.name()))
                    .toList();
            together(next);
            remaining.removeAll(next);
        }
    }

    private void together(List<RunningPart> leaving) throws InterruptedException {
        var stops = leaving.stream()
                .map(part -> CompletableFuture.runAsync(() -> stopNow(part), threads))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(stops).get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static void stopNow(RunningPart part) {
        try {
            part.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts one part that is not running; returns when it is ready. */
    public void start(String name) throws PartFailed, InterruptedException {
        var part = part(name);
        if (abandoned.isDone()) {
            throw new IllegalStateException("The platform is stopping.");
        }
        if (part.state() == PartState.WAITING) {
            throw new IllegalStateException(name + " has yet to have its turn: the platform is starting.");
        }
        part.start();
        part.giveWay();
    }

    public void stop(String name) throws InterruptedException {
        running(name).stop();
    }

    public void kill(String name) throws InterruptedException {
        running(name).kill();
    }

    /** Every part, each followed by what lives inside it. */
    public List<PartStatus> status() {
        return parts.values().stream()
                .flatMap(part -> Stream.concat(Stream.of(part.status()), part.statusInside().stream()))
                .toList();
    }

    private RunningPart running(String name) {
        var part = part(name);
        if (part.part() instanceof Step) {
            throw new IllegalStateException(
                    name + " is a step, not a process: only start does something, it does it again.");
        }
        if (!part.isRunning()) {
            throw new IllegalStateException(name + " is not running.");
        }
        return part;
    }

    private RunningPart part(String name) {
        var part = parts.get(name);
        if (part == null) {
            refuseInner(name);
            throw new IllegalArgumentException(
                    "There is no part " + name + "; there are " + String.join(", ", parts.keySet()) + ".");
        }
        return part;
    }

    private void refuseInner(String name) {
        for (RunningPart host : parts.values()) {
            if (host.statusInside().stream().anyMatch(inner -> inner.name().equals(name))) {
                throw new IllegalStateException(
                        name + " is no process of its own; start " + host.name() + " to set it up again.");
            }
        }
    }
}
