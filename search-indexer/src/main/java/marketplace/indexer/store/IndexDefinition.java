package marketplace.indexer.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;

/**
 * What an index of a family is made like, as the contract has it.
 *
 * @param version grows with every change that an index of before does not have
 */
public record IndexDefinition(String family, int version, JsonNode body) {
    static final String VERSION = "version";
    static final String TOPIC_ID = "topic_id";
    static final String HAS_GAPS = "has_gaps";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The definition of a family, {@code indexes/FAMILY.json} on the class path. */
    public static IndexDefinition of(final String family) {
        final String file = "/indexes/" + family + ".json";
        try (InputStream json = IndexDefinition.class.getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalArgumentException("There is no " + file);
            }
            final JsonNode body = JSON.readTree(json);
            final int version = body.at("/mappings/_meta/" + VERSION).asInt();
            if (version < 1) {
                throw new IllegalArgumentException(file + " has no mappings._meta.version");
            }
            return new IndexDefinition(family, version, body);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * The request that makes an index.
     *
     * @param topicId of the topic that it is made from, which it remembers
     * @param hasGaps whether it is to be remembered that it needs what the feed has passed already
     */
    String request(final Collection<String> aliases, final String topicId, final boolean hasGaps) {
        final ObjectNode request = body.deepCopy();
        ((ObjectNode) request.at("/mappings/_meta")).put(TOPIC_ID, topicId).put(HAS_GAPS, hasGaps);
        final ObjectNode named = request.putObject("aliases");
        aliases.forEach(named::putObject);
        return request.toString();
    }
}
