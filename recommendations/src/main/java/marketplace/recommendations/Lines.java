package marketplace.recommendations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the job tells whoever started it: a line of JSON for each thing, and nothing between them. */
final class Lines {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final PrintStream out;

    Lines(final PrintStream out) {
        this.out = out;
    }

    /** A stage begins, after so many that are done. */
    void stage(final String name, final int done, final int of) {
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("stage", name);
        line.put("done", done);
        line.put("of", of);
        print(line);
    }

    void result(final Result result) {
        print(Map.of("result", result));
    }

    void error(final String sentence) {
        print(Map.of("error", sentence));
    }

    private void print(final Map<String, ?> line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (final JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
