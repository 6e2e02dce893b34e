package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The bans in force, whoever banned. */
final class Bans {
    private final Ground ground;

    Bans(final Ground ground) {
        this.ground = ground;
    }

    /** The ids of all banned products. */
    Set<String> inForce() throws IOException, InterruptedException {
        final Set<String> banned = new HashSet<>();
        String after = "";
        while (after != null) {
            final JsonNode page = ground.ask(ground.requests().bans(after));
            banned.addAll(page.path("bans").findValuesAsText("product_id"));
            after = page.hasNonNull("next") ? page.path("next").asText() : null;
        }
        return banned;
    }
}
