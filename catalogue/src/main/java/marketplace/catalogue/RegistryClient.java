package marketplace.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Speaks Confluent's schema registry API. Every call fails with one line that says where and why. */
final class RegistryClient {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int NO_SUBJECT = 40401;
    private static final int NO_VERSION = 40402;
    private static final int NO_SCHEMA = 40403;
    private static final int NO_LEVEL = 40408;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryAccess access;
    private final Duration timeout;
    private final HttpClient http;

    RegistryClient(RegistryAccess access, Duration timeout) {
        this.access = access;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** What the registry did not do; the message is its own. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    private record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        boolean missing(int... codes) {
            int code = body.path("error_code").asInt();
            for (int candidate : codes) {
                if (code == candidate) {
                    return true;
                }
            }
            return false;
        }

        Refused refused() {
            String message = Lines.single(body.path("message").asText(""));
            return new Refused(message.isEmpty() ? "status " + status : message + " (status " + status + ")");
        }

        JsonNode orRefused() {
            if (!ok()) {
                throw refused();
            }
            return body;
        }
    }

    Set<String> subjects() {
        Set<String> subjects = new HashSet<>();
        get("/subjects").orRefused().forEach(subject -> subjects.add(subject.asText()));
        return subjects;
    }

    /** Whether the schema is a version of the subject already. */
    boolean isRegistered(String subject, Schema schema) {
        Answer answer = send("POST", "/subjects/" + encoded(subject), body(schema));
        if (answer.missing(NO_SUBJECT, NO_SCHEMA)) {
            return false;
        }
        answer.orRefused();
        return true;
    }

    void register(String subject, Schema schema) {
        send("POST", "/subjects/" + encoded(subject) + "/versions", body(schema))
                .orRefused();
    }

    /** Why the schema cannot follow the latest version of the subject; empty when it can. */
    List<String> incompatibilities(String subject, Schema schema) {
        Answer answer = send(
                "POST", "/compatibility/subjects/" + encoded(subject) + "/versions/latest?verbose=true", body(schema));
        if (answer.missing(NO_SUBJECT, NO_VERSION)) {
            return List.of();
        }
        JsonNode verdict = answer.orRefused();
        if (verdict.path("is_compatible").asBoolean(true)) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        verdict.path("messages").forEach(message -> messages.add(Lines.single(message.asText())));
        return messages.isEmpty() ? differences(subject, schema) : messages;
    }

    /** Not every registry says why it would refuse; Avro does. */
    private List<String> differences(String subject, Schema schema) {
        List<String> differences = new ArrayList<>();
        String latest = get("/subjects/" + encoded(subject) + "/versions/latest")
                .orRefused()
                .path("schema")
                .asText();
        try {
            SchemaCompatibility.checkReaderWriterCompatibility(schema, new Schema.Parser().parse(latest))
                    .getResult()
                    .getIncompatibilities()
                    .forEach(difference -> differences.add(Lines.single(difference.getType() + " at "
                            + difference.getLocation() + ": " + difference.getMessage())));
        } catch (AvroRuntimeException e) {
            differences.add("its registered version is not a schema of its own: " + Lines.reason(e));
        }
        return differences.isEmpty() ? List.of("it cannot follow the registered version") : differences;
    }

    /** The level of the subject itself; empty when it has none. Some registries say NONE then. */
    Optional<String> level(String subject) {
        Answer answer = get("/config/" + encoded(subject));
        if (answer.missing(NO_SUBJECT, NO_LEVEL)) {
            return Optional.empty();
        }
        return Optional.of(answer.orRefused().path("compatibilityLevel").asText("NONE"));
    }

    void setLevel(String subject, String level) {
        send("PUT", "/config/" + encoded(subject), JSON.valueToTree(Map.of("compatibility", level)))
                .orRefused();
    }

    private static JsonNode body(Schema schema) {
        return JSON.valueToTree(Map.of("schema", schema.toString(), "schemaType", "AVRO"));
    }

    private Answer get(String path) {
        return exchange(request(path).GET().build());
    }

    private Answer send(String method, String path, JsonNode body) {
        return exchange(request(path)
                .header("Content-Type", CONTENT_TYPE)
                .method(method, BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(access.url() + path))
                .timeout(timeout)
                .header("Accept", CONTENT_TYPE + ", application/json");
        access.credentials()
                .map(both -> Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
                .ifPresent(token -> builder.header("Authorization", "Basic " + token));
        return builder;
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), parsed(response));
        } catch (HttpTimeoutException e) {
            throw new PlaceException(access.label() + ": no answer within " + timeout.toMillis() / 1000.0 + " s", e);
        } catch (IOException e) {
            throw new PlaceException(access.label() + ": cannot be reached: " + Lines.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaceException(access.label() + ": interrupted", e);
        }
    }

    private JsonNode parsed(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            if (response.statusCode() / 100 != 2) {
                return JSON.createObjectNode();
            }
            throw new PlaceException(
                    access.label() + ": answers with something that is not JSON; is the address right?", e);
        }
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }
}
