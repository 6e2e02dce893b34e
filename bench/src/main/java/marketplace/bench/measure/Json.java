package marketplace.bench.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Results for programs. */
public final class Json {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    public static String of(final List<Result> results) {
        final ArrayNode all = JSON.createArrayNode();
        for (final Result result : results) {
            if (result instanceof final Comparison comparison) {
                write(comparison, all.addObject());
            } else if (result instanceof final Journey journey) {
                write(journey, all.addObject());
            } else if (result instanceof final Effort effort) {
                write(effort, all.addObject());
            }
        }
        try {
            return JSON.writeValueAsString(all);
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    private static void write(final Comparison comparison, final ObjectNode json) {
        json.put("name", comparison.name()).put("what", comparison.what());
        json.put("size_of", comparison.of())
                .put("unit", comparison.scale().unit().strip());
        comparison.target().ifPresent(target -> json.putObject("target")
                .put(target.isMost() ? "at_most" : "at_least", target.ratio()));
        final ArrayNode sizes = json.putArray("sizes");
        for (final AtSize at : comparison.sizes()) {
            final ObjectNode size = sizes.addObject();
            size.put("size", at.size()).put("limit", at.limit()).put("product", at.product());
            size.put("ratio", at.ratio()).put("lowest_ratio", at.lowestRatio()).put("highest_ratio", at.highestRatio());
            comparison.target().ifPresent(target -> size.put("met", target.isMetBy(at.ratio())));
            final ArrayNode pairs = size.putArray("pairs");
            at.pairs()
                    .forEach(
                            pair -> pairs.addObject().put("limit", pair.limit()).put("product", pair.product()));
        }
        comparison.slopeOfProduct().ifPresent(slope -> json.put("slope_of_product", slope));
        comparison.slopeOfLimit().ifPresent(slope -> json.put("slope_of_limit", slope));
        comparison.notes().forEach(json.putArray("notes")::add);
    }

    private static void write(final Journey journey, final ObjectNode json) {
        json.put("name", journey.name()).put("what", journey.what());
        final ArrayNode hops = json.putArray("hops");
        for (final Journey.Hop hop : journey.hops()) {
            hops.addObject()
                    .put("place", hop.place())
                    .put("seen", hop.seen())
                    .put("missing", hop.missing())
                    .put("p50_ms", hop.p50())
                    .put("p99_ms", hop.p99())
                    .put("most_ms", hop.most());
        }
        journey.notes().forEach(json.putArray("notes")::add);
    }

    private static void write(final Effort effort, final ObjectNode json) {
        json.put("name", effort.name()).put("what", effort.what()).put("size_of", effort.of());
        final ArrayNode sizes = json.putArray("sizes");
        for (final Effort.Spent spent : effort.sizes()) {
            sizes.addObject()
                    .put("size", spent.size())
                    .put("seconds", spent.seconds())
                    .put("processor_seconds", spent.processor())
                    .put("megabytes", spent.megabytes());
        }
        effort.slope().ifPresent(slope -> json.put("slope", slope));
    }
}
