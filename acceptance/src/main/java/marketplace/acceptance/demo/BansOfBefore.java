package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import marketplace.acceptance.platform.Requests;

/**
 * The bans of the samples as the story finds them. They are lifted while it is told, and in force again when they
 * are restored; what the story itself bans is lifted then.
 */
final class BansOfBefore {
    private final Requests requests;
    private final Stage stage;
    private final Map<String, String> reasons;

    private BansOfBefore(final Requests requests, final Stage stage, final Map<String, String> reasons) {
        this.requests = requests;
        this.stage = stage;
        this.reasons = reasons;
    }

    static BansOfBefore found(final Requests requests, final Stage stage) throws IOException, InterruptedException {
        final Map<String, String> reasons = new LinkedHashMap<>();
        String after = "";
        while (after != null) {
            final JsonNode page = stage.ask(requests.bans(after));
            for (final JsonNode ban : page.path("bans")) {
                final String id = ban.path("product_id").asText();
                if (Scene.TO_BE_BANNED.contains(id) || id.equals(Scene.LAMP)) {
                    reasons.put(id, ban.path("reason").asText());
                }
            }
            after = page.hasNonNull("next") ? page.path("next").asText() : null;
        }
        return new BansOfBefore(requests, stage, reasons);
    }

    void lift() throws IOException, InterruptedException {
        for (final String id : reasons.keySet()) {
            stage.say("Product " + id + " is banned; its ban is lifted for the story.");
            stage.ask(requests.liftBan(id));
        }
    }

    /** Also when somebody pressed Ctrl-C. What cannot be restored keeps nothing else from it, and is told in the end. */
    void restore() throws IOException {
        final boolean wasInterrupted = Thread.interrupted();
        final Set<String> ids = new LinkedHashSet<>(Scene.TO_BE_BANNED);
        ids.addAll(reasons.keySet());
        IOException failure = null;
        try {
            for (final String id : ids) {
                try {
                    stage.ask(reasons.containsKey(id) ? requests.ban(id, reasons.get(id)) : requests.liftBan(id));
                } catch (final IOException e) {
                    failure = e;
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
