package marketplace.local.parts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import marketplace.local.platform.InnerPart;
import marketplace.local.platform.InnerParts;
import marketplace.local.platform.PartState;
import marketplace.local.platform.Step;

/** The connectors that Kafka Connect runs: one for each file in a folder, named after it. */
final class Connectors implements InnerParts {
    static final String NAME = "connectors";

    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};
    private static final int BETWEEN_LOOKS_MILLIS = 200;

    private final Path definitions;
    private final Path files;
    private final ConnectRest connect;
    private final Duration patience;

    private volatile List<String> names = List.of();

    /**
     * @param definitions the folder with a JSON file for each connector, as Connect takes its settings
     * @param files where connectors find the folder that they write files into
     * @param patience how long connectors may take to begin before that is left to whoever looks later
     */
    Connectors(Path definitions, Path files, ConnectRest connect, Duration patience) {
        this.definitions = definitions;
        this.files = files;
        this.connect = connect;
        this.patience = patience;
    }

    /** Defines them all; does nothing to those that are as defined, but starts again what has failed. */
    Step step(Set<String> needs) {
        return new Step(NAME, needs, this::register, this);
    }

    private String register() throws IOException, InterruptedException {
        var defined = read();
        names = List.copyOf(defined.keySet());
        Files.createDirectories(files);
        var changes = new TreeMap<String, String>();
        for (var connector : defined.entrySet()) {
            bring(connector.getKey(), connector.getValue(), changes);
        }
        awaitTheirBegin(changes.keySet());
        var said = new ArrayList<String>();
        said.add(names.size() + (names.size() == 1 ? " connector" : " connectors"));
        changes.forEach((name, change) -> said.add(name + " " + change));
        look().stream()
                .filter(connector -> connector.state() != PartState.READY)
                .forEach(connector ->
                        said.add(connector.name() + " " + connector.state().label()));
        return String.join(", ", said);
    }

    private Map<String, Map<String, String>> read() throws IOException {
        var defined = new TreeMap<String, Map<String, String>>();
        try (var all = Files.newDirectoryStream(definitions, "*" + SUFFIX)) {
            for (Path file : all) {
                var name = file.getFileName().toString();
                defined.put(name.substring(0, name.length() - SUFFIX.length()), read(file));
            }
        }
        return defined;
    }

    private static Map<String, String> read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), SETTINGS);
        } catch (IOException wrong) {
            throw new IOException(file + " is not a JSON object of texts: " + wrong.getMessage(), wrong);
        }
    }

    private void bring(String name, Map<String, String> wanted, Map<String, String> changes)
            throws IOException, InterruptedException {
        var present = connect.config(name).map(Connectors::withoutName);
        if (present.isEmpty() || !present.get().equals(withoutName(wanted))) {
            connect.put(name, wanted);
            changes.put(name, present.isEmpty() ? "created" : "changed");
        } else if (stateOf(name) == PartState.FAILED) {
            connect.restartFailed(name);
            changes.put(name, "restarted");
        }
    }

    /** Connect adds the name to the settings that it keeps. */
    private static Map<String, String> withoutName(Map<String, String> config) {
        var settings = new TreeMap<>(config);
        settings.remove("name");
        return settings;
    }

    private PartState stateOf(String name) throws IOException {
        var state = connect.states().get(name);
        return state == null ? PartState.STARTING : state.state();
    }

    /** For a while after a change Connect still tells of the failure that came before it: that is not believed. */
    private void awaitTheirBegin(Set<String> changed) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long passed = 0;
        while (passed < patience.toNanos()
                && !haveBegun(connect.states(), passed < patience.toNanos() / 3 ? changed : Set.of())) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            passed = System.nanoTime() - begun;
        }
    }

    private boolean haveBegun(Map<String, ConnectorState> states, Set<String> mayRecover) {
        return names.stream().allMatch(name -> {
            var state = states.get(name);
            return state != null
                    && state.state().isOver()
                    && !(state.state() == PartState.FAILED && mayRecover.contains(name));
        });
    }

    @Override
    public List<InnerPart> look() {
        try {
            var states = connect.states();
            var missing = new ConnectorState(PartState.FAILED, "Kafka Connect does not know it");
            return names.stream()
                    .map(name -> inner(name, states.getOrDefault(name, missing)))
                    .toList();
        } catch (IOException unseen) {
            var unknown = new ConnectorState(PartState.FAILED, "Kafka Connect does not answer");
            return names.stream().map(name -> inner(name, unknown)).toList();
        }
    }

    private InnerPart inner(String name, ConnectorState state) {
        return new InnerPart(name, state.state(), connect.address(name), state.note());
    }
}
