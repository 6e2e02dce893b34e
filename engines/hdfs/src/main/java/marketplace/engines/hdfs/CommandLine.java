package marketplace.engines.hdfs;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was told.
 *
 * @param configuration the folder with the files
 * @param role which nodes it runs
 * @param settings those that win over the files'
 */
record CommandLine(Path configuration, Role role, Map<String, String> settings) {
    private static final String SETTING = "-D";

    CommandLine {
        settings = Map.copyOf(settings);
    }

    /** Reads it; nothing if it makes no sense. */
    static Optional<CommandLine> of(String... arguments) {
        if (arguments.length < 2 || arguments[0].startsWith("-")) {
            return Optional.empty();
        }
        return Role.of(arguments, 1).flatMap(role -> settings(arguments, 1 + role.words())
                .map(settings -> new CommandLine(Path.of(arguments[0]).toAbsolutePath(), role, settings)));
    }

    private static Optional<Map<String, String>> settings(String[] arguments, int from) {
        var settings = new HashMap<String, String>();
        for (int at = from; at < arguments.length; at++) {
            var argument = arguments[at];
            int middle = argument.indexOf('=');
            if (!argument.startsWith(SETTING) || middle <= SETTING.length()) {
                return Optional.empty();
            }
            settings.put(argument.substring(SETTING.length(), middle), argument.substring(middle + 1));
        }
        return Optional.of(settings);
    }
}
