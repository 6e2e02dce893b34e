package marketplace.catalogue;

import java.io.PrintWriter;

/** Is told what happens, one line at a time. Lines can come from several threads. */
public interface Reporter {

    /** A change that was made, or that would be in a dry run. */
    void change(Change change);

    /** Something that is worth knowing and stops nobody. */
    void note(String line);

    /** Something that could not be done. */
    void problem(String line);

    /** What is being waited for. */
    void progress(String line);

    /** Says nothing; what happened is in the {@link Outcome}. */
    static Reporter silent() {
        return new Reporter() {
            @Override
            public void change(Change change) {}

            @Override
            public void note(String line) {}

            @Override
            public void problem(String line) {}

            @Override
            public void progress(String line) {}
        };
    }

    /** Prints changes and notes to the one, problems and progress to the other. */
    static Reporter to(PrintWriter out, PrintWriter err) {
        return new Reporter() {
            @Override
            public void change(Change change) {
                print(out, change.description());
            }

            @Override
            public void note(String line) {
                print(out, line);
            }

            @Override
            public void problem(String line) {
                print(err, line);
            }

            @Override
            public void progress(String line) {
                print(err, line);
            }

            private void print(PrintWriter writer, String line) {
                writer.println(line);
                writer.flush();
            }
        };
    }
}
