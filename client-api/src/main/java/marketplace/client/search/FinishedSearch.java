package marketplace.client.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A search that has come to its end.
 *
 * @param hits how many products matched in all; absent if the search could not be answered
 * @param shown the ids that were answered
 */
public record FinishedSearch(
        String queryId,
        Optional<String> clientId,
        ProductSearch search,
        OptionalLong hits,
        List<String> shown,
        Duration took,
        Instant at) {}
