package marketplace.indexer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code rebuild FAMILY}: asks the service that runs to make indexes anew, and tells how that goes. */
final class RebuildCommand {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_COMMAND = 2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final String url;
    private final Optional<String> apiKey;
    private final PrintStream out;
    private final PrintStream err;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RebuildCommand(final String url, final Optional<String> apiKey, final PrintStream out, final PrintStream err) {
        this.url = url;
        this.apiKey = apiKey;
        this.out = out;
        this.err = err;
    }

    @SuppressWarnings("SystemOut") // A command speaks to whoever gave it.
    static RebuildCommand ofThisProcess() {
        return new RebuildCommand(
                Optional.ofNullable(System.getenv("INDEXER_URL")).orElse("http://127.0.0.1:8092"),
                Optional.ofNullable(System.getenv("API_KEY")),
                System.out,
                System.err);
    }

    /** Returns the exit status, when the rebuild has come to its end. */
    int run(final String... arguments) {
        if (arguments.length != 2 || !arguments[0].equals("rebuild")) {
            err.println("Say: rebuild FAMILY, such as: rebuild products");
            return WRONG_COMMAND;
        }
        try {
            return follow(begin(arguments[1]));
        } catch (final IOException e) {
            err.println(e.getMessage() == null ? "The indexer does not answer at " + url : e.getMessage());
            return FAILED;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private JsonNode begin(final String family) throws IOException, InterruptedException {
        return send(request("/indexes/" + family + "/rebuild").POST(BodyPublishers.noBody()), ACCEPTED);
    }

    private int follow(final JsonNode begun) throws IOException, InterruptedException {
        final String path = "/rebuilds/" + begun.path("run_id").asText();
        JsonNode run = begun;
        while (run.path("state").asText().equals("running")) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            run = send(request(path).GET(), OK);
            out.println(run.path("family").asText() + " " + run.path("state").asText() + ", "
                    + run.path("documents").asLong() + " documents in "
                    + run.path("index").asText());
        }
        if (run.path("state").asText().equals("done")) {
            return DONE;
        }
        err.println(run.path("error").asText());
        return FAILED;
    }

    private HttpRequest.Builder request(final String path) {
        final HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    private JsonNode send(final HttpRequest.Builder request, final int expected)
            throws IOException, InterruptedException {
        final HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        final JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != expected) {
            throw new IOException("The indexer answered " + answer.statusCode() + ": "
                    + body.path("detail").asText());
        }
        return body;
    }
}
