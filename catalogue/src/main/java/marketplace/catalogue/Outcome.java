package marketplace.catalogue;

import java.util.List;

/**
 * What came of applying or planning.
 *
 * @param changes those that were made; of a plan, those that would be
 * @param problems one line each; empty when all is well
 * @param notes what was left alone
 */
public record Outcome(List<Change> changes, List<String> problems, List<String> notes) {
    public Outcome {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    public boolean succeeded() {
        return problems.isEmpty();
    }

    /** Whether everything was already as the catalogue says. */
    public boolean unchanged() {
        return changes.isEmpty() && problems.isEmpty();
    }
}
