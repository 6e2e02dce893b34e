package marketplace.streams.engine;

import marketplace.streams.trends.TrendWindow;

/**
 * What can be set about the processing beside Kafka's own keys.
 *
 * @param window the windows of the search trends
 * @param linesPerSecond of how many products a second the log tells line by line
 */
public record StreamSettings(TrendWindow window, int linesPerSecond) {
    /** @throws IllegalArgumentException which says what cannot be */
    public StreamSettings {
        if (linesPerSecond < 0) {
            throw new IllegalArgumentException("The log takes no fewer than 0 lines a second, not " + linesPerSecond);
        }
    }
}
