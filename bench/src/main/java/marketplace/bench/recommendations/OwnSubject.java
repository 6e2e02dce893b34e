package marketplace.bench.recommendations;

import java.io.IOException;
import marketplace.tool.load.Http;

/** What the registry keeps for a topic of ours, until it is to be forgotten. The job registers it by itself. */
final class OwnSubject implements AutoCloseable {
    private final Http http = new Http();
    private final String address;

    OwnSubject(final String registry, final String topic) {
        address = registry + "/subjects/" + topic + "-value";
    }

    @Override
    public void close() throws IOException {
        final boolean wasInterrupted = Thread.interrupted();
        try {
            http.ask(Http.delete(address));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
