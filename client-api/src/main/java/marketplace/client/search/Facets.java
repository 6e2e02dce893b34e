package marketplace.client.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How what was found divides. Each facet counts what the other filters leave: a client that has chosen a brand still
 * sees how many there are of the others.
 */
public record Facets(
        List<Count> category, List<Count> brand, List<Count> store, List<PriceRange> price, Stock inStock) {
    /** How many products have a value. */
    public record Count(String value, long count) {}

    /**
     * How many products cost so much.
     *
     * @param from the least price, included
     * @param to the price below which it ends
     */
    public record PriceRange(Optional<BigDecimal> from, Optional<BigDecimal> to, long count) {}

    /** How many can be bought now, and how many cannot. */
    public record Stock(long available, long unavailable) {}
}
