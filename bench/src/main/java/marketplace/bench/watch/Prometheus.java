package marketplace.bench.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import marketplace.tool.load.Http;

/** What Prometheus knows of its own work. */
final class Prometheus {
    private final Http http = new Http();
    private final String address;

    Prometheus(final String address) {
        this.address = address;
    }

    /** For each job the seconds that the longest of its scrapes took, of those of the last so many seconds. */
    Map<String, Double> longestScrapes(final long seconds) throws IOException, InterruptedException {
        final String query = "max by (job) (max_over_time(scrape_duration_seconds[" + Math.max(1, seconds) + "s]))";
        final JsonNode answer =
                http.ask(Http.get(address + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        final Map<String, Double> longest = new TreeMap<>();
        for (final JsonNode series : answer.at("/data/result")) {
            longest.put(series.at("/metric/job").asText(), series.at("/value/1").asDouble());
        }
        return longest;
    }
}
