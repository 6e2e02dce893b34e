package marketplace.catalogue;

import java.util.List;

/**
 * What it takes to make one place as the catalogue says.
 *
 * @param changes in the order in which they are made
 * @param problems what cannot be done; while there are any, nothing is applied
 * @param notes what is left alone
 */
record Plan(List<Change> changes, List<String> problems, List<String> notes) {
    Plan {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    static Plan impossible(List<String> problems) {
        return new Plan(List.of(), problems, List.of());
    }
}
