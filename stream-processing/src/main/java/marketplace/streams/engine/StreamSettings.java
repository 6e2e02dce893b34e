package marketplace.streams.engine;

import java.nio.file.Path;
import marketplace.streams.trends.TrendWindow;

/**
 * What can be set about the processing beside Kafka's own keys.
 *
 * @param stateFolder where stores are kept; each instance has one of its own
 * @param threads how many threads process
 * @param window the windows of the search trends
 * @param linesPerSecond how many products a second are told of in the log, line by line
 */
public record StreamSettings(Path stateFolder, int threads, TrendWindow window, int linesPerSecond) {
    /** @throws IllegalArgumentException which says what cannot be */
    public StreamSettings {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("There are 1 to 64 threads, not " + threads);
        }
        if (linesPerSecond < 0) {
            throw new IllegalArgumentException("The log takes no fewer than 0 lines a second, not " + linesPerSecond);
        }
    }
}
