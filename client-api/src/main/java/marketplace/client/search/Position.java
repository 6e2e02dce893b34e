package marketplace.client.search;

/**
 * Where a product stands in the order of what was found.
 *
 * @param value what the order goes by: a score, a price, or a time
 */
public record Position(double value, String productId) {}
