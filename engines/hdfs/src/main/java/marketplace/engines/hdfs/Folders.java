package marketplace.engines.hdfs;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/** Folders among the settings. */
final class Folders {
    private Folders() {}

    /** The one folder that a setting names, as a path or as a {@code file:} address. */
    static Path of(Configuration settings, String key) {
        var named = settings.getTrimmed(key);
        return Path.of(named.replaceFirst("^file:(//)?", "")).toAbsolutePath();
    }
}
