package marketplace.local.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketplace.local.platform.Program;

/**
 * How the platform starts a program that is not Java. What it says is its log. It knows nothing of its launcher, so a
 * watcher beside it reads standard input to its end, asks it to leave, and kills it if it does not within ten seconds.
 */
final class NativeProgram {
    private static final String ON_A_LEASH = """
            exec 3<&0 </dev/null
            (
              cat <&3 >/dev/null
              kill -TERM $$ || exit
              for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $$ || exit; done
              kill -KILL $$
            ) 2>/dev/null &
            exec 3<&- "$0" "$@" >>"$LOG_FILE" 2>&1
            """;

    private NativeProgram() {}

    /**
     * A program of the machine's, run for a part.
     *
     * @param startedIn its working folder
     */
    static Program of(
            Setting setting, String part, Path startedIn, Map<String, String> environment, List<String> command) {
        var leashed = new ArrayList<>(List.of("/bin/sh", "-c", ON_A_LEASH));
        leashed.addAll(command);
        var folder = setting.folder();
        var all = new TreeMap<>(environment);
        all.put("LOG_FILE", folder.log(part).toString());
        return new Program(
                leashed, all, startedIn, folder.log(part), folder.output(part), Precedence.EVENTS.niceness());
    }
}
