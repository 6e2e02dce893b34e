package marketplace.local.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command to run.
 *
 * @param environment all that the process finds in its environment, beside the path and the home folder
 * @param folder where it is started
 * @param log the file that the program itself writes
 * @param output what it says beside its log, on standard output and standard error
 * @param niceness how far it steps back for others when there is more to do than the processors can, once all are ready
 */
public record Program(
        List<String> command, Map<String, String> environment, Path folder, Path log, Path output, int niceness) {
    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same, which steps back so far. */
    Program stepsBack(int so) {
        return new Program(command, environment, folder, log, output, so);
    }
}
