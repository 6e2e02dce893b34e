package marketplace.acceptance.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import marketplace.acceptance.criteria.Outcome;

/** Verdicts for programs. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String of(final List<Verdict> verdicts) {
        final ObjectNode all = JSON.createObjectNode();
        all.put(
                "failed",
                verdicts.stream()
                        .filter(verdict -> verdict.finding().outcome() == Outcome.FAILED)
                        .count());
        final ArrayNode criteria = all.putArray("criteria");
        for (final Verdict verdict : verdicts) {
            final ObjectNode one = criteria.addObject();
            one.put("number", verdict.number()).put("title", verdict.title());
            one.put("outcome", verdict.finding().outcome().name().toLowerCase(Locale.ROOT));
            one.put("seconds", Math.round(verdict.seconds() * 10) / 10.0);
            final ArrayNode evidence = one.putArray("evidence");
            verdict.finding().evidence().forEach(line -> evidence.addObject()
                    .put("kind", line.kind().name().toLowerCase(Locale.ROOT))
                    .put("text", line.text()));
            final ObjectNode figures = one.putObject("figures");
            verdict.finding().figures().forEach((name, value) -> figures.putPOJO(name, value));
        }
        try {
            return JSON.writeValueAsString(all);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }
}
