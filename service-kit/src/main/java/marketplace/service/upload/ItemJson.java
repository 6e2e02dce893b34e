package marketplace.service.upload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads one item: strict JSON, exact numbers, no name twice, bounded in every direction. */
final class ItemJson {
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    // Names come from whoever sends them: a table of them would only grow.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private ItemJson() {}

    /** Reads an item, or throws what is wrong with it in words that are fit for an answer. */
    static JsonNode read(final byte[] bytes, final int offset, final int length) throws NotJsonException {
        try {
            return READER.readTree(bytes, offset, length);
        } catch (JsonProcessingException e) {
            throw new NotJsonException(e.getOriginalMessage());
        } catch (IOException e) {
            // Bytes that are no UTF-8 are told in this way.
            throw new NotJsonException(String.valueOf(e.getMessage()));
        }
    }

    /** The item is not JSON. */
    static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 200;

        NotJsonException(final String message) {
            super(firstLine(message), null, false, false);
        }

        private static String firstLine(final String message) {
            final String line = message.lines().findFirst().orElse("");
            return line.substring(0, Math.min(line.length(), LONGEST));
        }
    }
}
