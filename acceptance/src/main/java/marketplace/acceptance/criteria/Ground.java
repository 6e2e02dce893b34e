package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import marketplace.acceptance.platform.Call;
import marketplace.acceptance.platform.Lookout;
import marketplace.acceptance.platform.Requests;
import marketplace.catalogue.Catalogue;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;

/**
 * What criteria are tried on.
 *
 * @param catalogue what the platform is to be
 * @param visitor names that nobody else uses, and what is to be taken away in the end
 * @param withFaults whether parts may be killed
 */
public record Ground(
        Platform platform,
        Catalogue catalogue,
        Http http,
        Requests requests,
        Lookout lookout,
        Visitor visitor,
        boolean withFaults) {
    /** How long what is on its way may take on a machine that is busy. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    JsonNode ask(final Call call) throws IOException, InterruptedException {
        return http.ask(call.request());
    }

    /** How many documents of an index have that value in a field. */
    long documents(final String index, final String field, final String value)
            throws IOException, InterruptedException {
        return ask(requests.documents(index, field, value))
                .at("/hits/total/value")
                .asLong();
    }
}
