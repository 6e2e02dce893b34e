package marketplace.bench.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;

/** hadoop-api, as whoever wants data in the lake asks it. */
public final class HadoopApi {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Http http = new Http();
    private final String address;

    public HadoopApi(final Platform platform) throws IOException {
        address = platform.address("hadoop-api");
    }

    /** Where its lake is: the root of the file system that the tables are in. */
    public URI warehouse() throws IOException, InterruptedException {
        for (final JsonNode table : http.ask(Http.get(address + "/data/tables"))) {
            if (table.hasNonNull("location")) {
                return URI.create(table.path("location").asText()).resolve("/");
            }
        }
        throw new IOException("The lake has no table yet: ./marketplace logs hadoop-api says why.");
    }

    /** Asks for everything that stands on the topics now, and returns when it is in the tables. */
    void export() throws IOException, InterruptedException {
        final String run = http.ask(Http.post(address + "/data", Http.JSON, new byte[0]))
                .path("run_id")
                .asText();
        final long begin = System.nanoTime();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            final JsonNode seen = http.ask(Http.get(address + "/data/runs/" + run));
            switch (seen.path("state").asText()) {
                case "done" -> {
                    return;
                }
                case "failed" ->
                    throw new IOException(
                            "The export failed: " + seen.path("error").asText());
                default -> Thread.sleep(LOOK.toMillis());
            }
        }
        throw new IOException("The export is not done after " + PATIENCE.toMinutes() + " minutes");
    }
}
