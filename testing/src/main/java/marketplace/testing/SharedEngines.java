package marketplace.testing;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import marketplace.catalogue.Catalogue;

/** The engines of one test run: grows with what its classes ask for, until it is closed after the last of them. */
final class SharedEngines implements AutoCloseable {
    private final Catalogue catalogue;
    private final EngineProvider provider;
    private final OwnTopics topics;
    private final Set<Engine> broken = EnumSet.noneOf(Engine.class);
    private EnginesException failure;

    SharedEngines(Catalogue catalogue, EngineProvider provider) {
        this.catalogue = catalogue;
        this.provider = provider;
        this.topics = new OwnTopics(catalogue, provider);
    }

    /** Engines from where the settings say; none is started yet. */
    static SharedEngines open(Settings settings) {
        var catalogue = Catalogue.load();
        return new SharedEngines(
                catalogue,
                settings.containers()
                        ? ContainerEngines.open(catalogue, settings)
                        : LocalEngines.open(catalogue, settings));
    }

    /**
     * Starts what is missing of those engines.
     *
     * @throws EnginesException if one does not come up; who asks for the same again is told at once
     */
    synchronized RunningEngines with(Set<Engine> wanted) {
        if (failure != null && wanted.containsAll(broken)) {
            throw new EnginesException(
                    "The engines did not start for an earlier class: " + failure.getMessage(), failure);
        }
        long begun = System.nanoTime();
        try {
            var started = provider.start(wanted);
            if (!started.isEmpty()) {
                var took = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
                System.out.printf(Locale.ROOT, "Engines ready after %.1f s: %s%n", took, String.join(", ", started));
            }
        } catch (EnginesException e) {
            failure = e;
            broken.clear();
            broken.addAll(wanted);
            throw e;
        }
        return new RunningEngines(catalogue, provider, topics, wanted);
    }

    @Override
    public synchronized void close() {
        topics.close();
        provider.close();
    }
}
