package marketplace.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a command said to programs. */
final class Said {
    private Said() {}

    /** The results; before them there may be progress. */
    static JsonNode json(String said) throws JsonProcessingException {
        return new ObjectMapper().readTree(said.substring(said.indexOf("{\n")));
    }
}
