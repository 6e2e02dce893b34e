package marketplace.client.search;

import java.util.List;
import java.util.Optional;

/**
 * What the index answered.
 *
 * @param total how many products match in all
 * @param products one page of them, in order
 * @param isLast whether there is nothing after them
 * @param facets on the first page
 */
public record Findings(long total, List<FoundProduct> products, boolean isLast, Optional<Facets> facets) {}
