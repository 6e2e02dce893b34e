package marketplace.client.search;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a search is narrowed to. What is absent was not asked for.
 *
 * @param priceMin the least price, included
 * @param priceMax the greatest price, included
 * @param inStock true: only what can be bought now; false: only what cannot
 */
public record Filters(
        Optional<String> category,
        Optional<String> brand,
        Optional<BigDecimal> priceMin,
        Optional<BigDecimal> priceMax,
        Optional<Boolean> inStock,
        Optional<String> storeId) {
    /** Not narrowed at all. */
    public static final Filters NONE = new Filters(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
