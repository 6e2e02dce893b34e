package marketplace.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** Compares the subjects of the catalogue with those of the registry. Touches nothing. */
final class RegistryPlanner {
    static final String PLACE = "registry";
    static final String LEVEL = "BACKWARD";

    private RegistryPlanner() {}

    /**
     * The registry as it is.
     *
     * @param names all of its subjects
     * @param ours those of the catalogue, whether they exist or not
     */
    record RegistryState(List<String> names, Map<String, SubjectState> ours) {}

    /**
     * A subject as it is.
     *
     * @param level its own compatibility; empty when it goes by the global one
     * @param incompatibilities why the catalogue's schema cannot be its next version
     */
    record SubjectState(boolean exists, boolean registered, Optional<String> level, List<String> incompatibilities) {
        static SubjectState missing() {
            return new SubjectState(false, false, Optional.empty(), List.of());
        }
    }

    static Plan plan(SortedMap<String, Schema> subjects, RegistryState state) {
        List<Change> before = new ArrayList<>();
        List<Change> registrations = new ArrayList<>();
        List<Change> after = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        subjects.forEach((subject, schema) -> {
            SubjectState actual = state.ours().get(subject);
            if (!actual.incompatibilities().isEmpty()) {
                problems.add(PLACE + ": subject " + subject + " refuses " + schema.getFullName() + ": "
                        + Lines.single(String.join("; ", actual.incompatibilities())));
            } else if (!actual.registered()) {
                registrations.add(new Change.RegisterSchema(PLACE, subject, schema, !actual.exists()));
            }
            if (!actual.level().equals(Optional.of(LEVEL))) {
                // Each subject has a level of its own, because the global one belongs to strangers too.
                // A subject must exist before some registries let it have a level, and one that exists must have it
                // before its next version comes.
                (actual.exists() ? before : after)
                        .add(new Change.SetCompatibility(PLACE, subject, actual.level(), LEVEL));
            }
        });
        List<Change> changes = new ArrayList<>(before);
        changes.addAll(registrations);
        changes.addAll(after);
        TreeSet<String> strangers = new TreeSet<>(state.names());
        strangers.removeAll(subjects.keySet());
        List<String> notes = strangers.isEmpty()
                ? List.of()
                : List.of(PLACE + ": left alone, not in the catalogue: subjects " + String.join(", ", strangers));
        return new Plan(changes, problems, notes);
    }
}
