package marketplace.engines.elasticsearch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was told.
 *
 * @param configuration the folder with the files
 * @param settings those that win over the file's
 */
record CommandLine(Path configuration, Map<String, String> settings) {
    private static final String SETTING = "-E";

    CommandLine {
        settings = Map.copyOf(settings);
    }

    /** Reads it; nothing if it makes no sense. */
    static Optional<CommandLine> of(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return Optional.empty();
        }
        var settings = new HashMap<String, String>();
        for (int at = 1; at < arguments.length; at++) {
            var argument = arguments[at];
            int middle = argument.indexOf('=');
            if (!argument.startsWith(SETTING) || middle <= SETTING.length()) {
                return Optional.empty();
            }
            settings.put(argument.substring(SETTING.length(), middle), argument.substring(middle + 1));
        }
        return Optional.of(new CommandLine(Path.of(arguments[0]).toAbsolutePath(), settings));
    }
}
