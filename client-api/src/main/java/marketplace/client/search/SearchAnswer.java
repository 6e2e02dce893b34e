package marketplace.client.search;

import java.time.Duration;
import java.util.Optional;

/**
 * A page, and what is needed for the next.
 *
 * @param next the text of the cursor, if there is more
 */
public record SearchAnswer(String queryId, Findings findings, Duration took, Optional<String> next) {}
