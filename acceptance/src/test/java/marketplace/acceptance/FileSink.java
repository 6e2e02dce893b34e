package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The connector that writes products into a file. */
final class FileSink {
    static final String NAME = "products-file-sink";

    private final Marketplace marketplace;
    private final HttpClient http = HttpClient.newHttpClient();

    FileSink(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** Breaks it as a wrong definition would; {@code start connectors} sets it right. */
    void pointAt(String elsewhere) throws IOException, InterruptedException {
        var config = URI.create("http://127.0.0.1:" + marketplace.port(8083) + "/connectors/" + NAME + "/config");
        var present = http.send(HttpRequest.newBuilder(config).build(), BodyHandlers.ofString());
        var broken = ((ObjectNode) new ObjectMapper().readTree(present.body())).put("file", elsewhere);
        var answer = http.send(
                HttpRequest.newBuilder(config)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(broken.toString()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
