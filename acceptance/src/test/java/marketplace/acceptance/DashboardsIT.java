package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import marketplace.acceptance.platform.Dashboards;
import marketplace.acceptance.platform.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every query of every dashboard, asked of the Prometheus of a platform in which something happens, answers data. */
@ExtendWith(RunningPlatform.class)
class DashboardsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Marketplace marketplace;
    private final Watch watch;
    private final HttpClient http = HttpClient.newHttpClient();

    DashboardsIT(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.watch = marketplace.watch();
    }

    @Test
    void every_query_answers_data() throws Exception {
        assumeThat(marketplace.must("status")).as("There is no Prometheus here").contains("prometheus");
        var queries = Dashboards.queries(Path.of(System.getProperty("marketplace.home")));
        assertThat(queries).hasSizeGreaterThan(40);

        // Rates need something that goes on happening.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
            live();
            var silent = new ArrayList<String>();
            for (String query : queries) {
                if (watch.series(query) == 0) {
                    silent.add(query);
                }
            }
            assertThat(silent).isEmpty();
        });
    }

    /** A bit of everything: a product, a ban and its end, a search, a view, and what is recommended. */
    private void live() throws IOException, InterruptedException {
        send("POST", 8085, "/products");
        send("POST", 8085, "/ban_products?product_id=dashboards");
        send("DELETE", 8085, "/ban_products?product_id=dashboards");
        send("GET", 8086, "/product_info?product_name=lamp");
        send("GET", 8086, "/recommendations?client_id=dashboards");
    }

    private void send(String method, int port, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + marketplace.port(port) + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .as(method + " " + path)
                .isLessThan(400);
    }
}
