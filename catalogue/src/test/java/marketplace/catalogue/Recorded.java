package marketplace.catalogue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
final class Recorded implements Reporter {
    final List<String> changes = new CopyOnWriteArrayList<>();
    final List<String> notes = new CopyOnWriteArrayList<>();
    final List<String> problems = new CopyOnWriteArrayList<>();
    final List<String> progress = new CopyOnWriteArrayList<>();

    @Override
    public void change(Change change) {
        changes.add(change.description());
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    @Override
    public void problem(String line) {
        problems.add(line);
    }

    @Override
    public void progress(String line) {
        progress.add(line);
    }
}
