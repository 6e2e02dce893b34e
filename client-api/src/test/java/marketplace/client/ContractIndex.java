package marketplace.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import marketplace.schemas.Topics;
import marketplace.schemas.json.AvroJson;
import org.apache.avro.specific.SpecificRecord;

/** An index as the contract has it, of one test class alone, filled without the rest of the platform. */
final class ContractIndex {
    private final String elasticsearch;
    private final String definition;
    private final String name = "test-client-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param definition the name of the index in the contract */
    ContractIndex(final String elasticsearch, final String definition) {
        this.elasticsearch = elasticsearch;
        this.definition = definition;
    }

    String name() {
        return name;
    }

    void create() {
        send("PUT", "", "application/json", contract());
    }

    void remove(final String id) {
        send("DELETE", "/_doc/" + id + "?refresh=true", "application/json", new byte[0]);
    }

    /** Writes records under their ids. */
    void put(final Map<String, ? extends SpecificRecord> records) {
        final ByteArrayOutputStream lines = new ByteArrayOutputStream();
        records.forEach((id, record) -> {
            lines.writeBytes(("{\"index\":{\"_id\":\"" + id + "\"}}\n").getBytes(StandardCharsets.UTF_8));
            lines.writeBytes(AvroJson.toBytes(record));
            lines.write('\n');
        });
        final String answer = send("POST", "/_bulk?refresh=true", "application/x-ndjson", lines.toByteArray());
        if (!answer.contains("\"errors\":false")) {
            throw new AssertionError(answer);
        }
    }

    private byte[] contract() {
        try (InputStream file = Topics.class.getResourceAsStream("/indexes/" + definition + ".json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(final String method, final String path, final String type, final byte[] body) {
        try {
            final HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(elasticsearch + "/" + name + path))
                            .header("Content-Type", type)
                            .method(method, BodyPublishers.ofByteArray(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
