package marketplace.tool.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import marketplace.tool.console.Progress;

/** The platform that runs: where its parts are, how clients reach its clusters. */
public final class Platform {
    private static final String READY = "ready";

    private final MarketplaceScript script;
    private final Progress progress;
    private final Path data;
    private final Map<String, String> addresses;

    private Platform(
            final MarketplaceScript script,
            final Progress progress,
            final Path data,
            final Map<String, String> addresses) {
        this.script = script;
        this.progress = progress;
        this.data = data;
        this.addresses = addresses;
    }

    /**
     * The one that the script speaks of, as it says itself.
     *
     * @throws NotRunningException if there is none
     */
    public static Platform running(final MarketplaceScript script, final Progress progress)
            throws IOException, InterruptedException {
        final JsonNode status = new ObjectMapper().readTree(script.run("status", "--json"));
        final Map<String, String> addresses = new LinkedHashMap<>();
        for (final JsonNode part : status.path("parts")) {
            if (part.path("state").asText().equals(READY)) {
                addresses.put(part.path("name").asText(), part.path("address").asText());
            }
        }
        return new Platform(script, progress, Path.of(status.path("data").asText()), addresses);
    }

    /**
     * Where a part listens.
     *
     * @throws IOException if it is not ready, or this platform has no such part
     */
    public String address(final String part) throws IOException {
        final String address = addresses.get(part);
        if (address == null) {
            throw new IOException("This needs " + part + ", which is not ready: ./marketplace status says why.");
        }
        return address;
    }

    /** Whether a part was ready when this platform was looked at. */
    public boolean has(final String part) {
        return addresses.containsKey(part);
    }

    /** The names of the parts that were ready when this platform was looked at, in the order of the status. */
    public List<String> parts() {
        return List.copyOf(addresses.keySet());
    }

    /** The folder where it keeps its data, its logs and the files that it writes for others. */
    public Path data() {
        return data;
    }

    /** Kills a part as a crash would. */
    public void kill(final String part) throws IOException, InterruptedException {
        script.run("kill", part);
    }

    /** Starts a part that is not running; returns when it is ready. */
    public void start(final String part) throws IOException, InterruptedException {
        script.run("start", part);
    }

    /** Settings with which a client reaches a cluster as a principal. */
    public Map<String, Object> client(final String cluster, final String principal) throws IOException {
        final Properties properties = new Properties();
        final Path file = data.resolve("clients").resolve(cluster).resolve(principal + ".properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        final Map<String, Object> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        settings.put("enable.metrics.push", false);
        return settings;
    }

    /**
     * Stops parts that would take time away from what is measured and are no part of it; closing what is answered starts
     * them again. Those that are not running anyway stay so.
     */
    public Pause without(final String... parts) throws IOException, InterruptedException {
        final Pause pause = new Pause();
        try {
            for (final String part : parts) {
                if (addresses.containsKey(part)) {
                    pause.stop(part);
                }
            }
        } catch (final IOException | InterruptedException e) {
            pause.close();
            throw e;
        }
        return pause;
    }

    /** Parts that are stopped for a while. */
    public final class Pause implements AutoCloseable {
        private final List<String> stopped = new ArrayList<>();

        private void stop(final String part) throws IOException, InterruptedException {
            progress.doing("stopping " + part + " for the time being");
            stopped.add(part);
            script.run("stop", part);
        }

        /** Starts them again, in the order in which they were stopped; one that does not start holds no other up. */
        @Override
        public void close() throws IOException {
            final boolean wasInterrupted = Thread.interrupted();
            IOException failure = null;
            try {
                for (final String part : stopped) {
                    progress.doing("starting " + part + " again");
                    try {
                        script.run("start", part);
                    } catch (final IOException e) {
                        failure = e;
                    }
                }
                stopped.clear();
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }
}
