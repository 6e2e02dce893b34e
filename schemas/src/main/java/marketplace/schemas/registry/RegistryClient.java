package marketplace.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;

/**
 * What a serializer asks of a schema registry. Every call is a request: callers keep the answers, which never change
 * but for {@link #latest}. Safe for use by many threads.
 *
 * <p>Each method throws {@link RegistryUnavailableException} within a bounded time when no registry answers,
 * {@link SchemaNotRegisteredException} when the registry does not know what it is asked for, and
 * {@link RegistryRejectedException} when it refuses for another reason.
 */
public final class RegistryClient {
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int VERSION_NOT_FOUND = 40402;
    private static final int SCHEMA_NOT_FOUND = 40403;

    private final RegistrySettings settings;
    private final RegistryHttp http;
    private final References references;

    public RegistryClient(final RegistrySettings settings) {
        this.settings = settings;
        this.http = new RegistryHttp(settings);
        this.references = new References(http);
    }

    /** Registers a schema under a subject, which may have it already, and answers its id. */
    public int register(final String subject, final Schema schema) {
        return id(http.post(
                "/subjects/" + encoded(subject) + "/versions", body(schema), "register a schema under " + subject));
    }

    /**
     * The id of a schema that is registered under a subject, in whatever layout its text was registered: some
     * registries compare texts unless they are asked to compare what the texts say.
     */
    public int lookup(final String subject, final Schema schema) {
        final String path = "/subjects/" + encoded(subject);
        final String purpose = "look up a schema under " + subject;
        try {
            return id(http.post(path, body(schema), purpose));
        } catch (final RegistryRejectedException e) {
            if (e.errorCode() != SCHEMA_NOT_FOUND) {
                throw unlessMissing(e, notUnder(subject, schema));
            }
        }
        try {
            final int id = id(http.post(path + "?normalize=true", body(schema), purpose));
            // What a registry takes to be the same is its own affair; what is written under an id is ours.
            if (byId(id).equals(SchemaText.stripped(schema))) {
                return id;
            }
        } catch (final RegistryRejectedException e) {
            throw unlessMissing(e, notUnder(subject, schema));
        }
        throw missing(notUnder(subject, schema), null);
    }

    /** The newest schema of a subject. */
    public RegisteredSchema latest(final String subject) {
        try {
            final JsonNode answer =
                    http.get("/subjects/" + encoded(subject) + "/versions/latest", "fetch the latest of " + subject);
            return new RegisteredSchema(id(answer), references.parse(answer, "The latest schema of " + subject));
        } catch (final RegistryRejectedException e) {
            throw unlessMissing(e, "No schema is registered under " + subject);
        }
    }

    /** The schema with an id. */
    public Schema byId(final int id) {
        try {
            return references.parse(http.get("/schemas/ids/" + id, "fetch the schema with id " + id), "Schema " + id);
        } catch (final RegistryRejectedException e) {
            throw unlessMissing(e, "No schema is registered with id " + id);
        }
    }

    private static String notUnder(final String subject, final Schema schema) {
        return "The schema " + schema.getFullName() + " is not registered under " + subject;
    }

    private RuntimeException unlessMissing(final RegistryRejectedException refusal, final String what) {
        return switch (refusal.errorCode()) {
            case SUBJECT_NOT_FOUND, VERSION_NOT_FOUND, SCHEMA_NOT_FOUND -> missing(what, refusal);
            default -> refusal;
        };
    }

    private SchemaNotRegisteredException missing(final String what, final Throwable cause) {
        return new SchemaNotRegisteredException(
                what + " at " + settings.urls()
                        + ". Run `./marketplace catalogue`, which registers what topics.yaml names.",
                cause);
    }

    private int id(final JsonNode answer) {
        if (!answer.path("id").canConvertToInt()) {
            throw new RegistryUnavailableException(
                    "A schema registry at " + settings.urls() + " answered without an id", null);
        }
        return answer.path("id").asInt();
    }

    private static ObjectNode body(final Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", SchemaText.of(schema));
    }

    static String encoded(final String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
