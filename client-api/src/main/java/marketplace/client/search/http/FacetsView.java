package marketplace.client.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import marketplace.client.search.Facets;

/** Facets, as they are answered. */
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(
        name = "Facets",
        description = "How what was found divides. Each facet counts what the filters of the others leave.")
record FacetsView(
        @Schema(description = "The twenty categories with the most products.")
        List<ValueCount> category,

        @Schema(description = "The twenty brands with the most products.")
        List<ValueCount> brand,

        @Schema(description = "The twenty shops with the most products.")
        List<ValueCount> store,

        @Schema(description = "Prices, whatever their currency.")
        List<RangeCount> price,

        @Schema(description = "Whether it can be bought now.")
        List<StockCount> inStock) {

    static FacetsView of(final Facets facets) {
        return new FacetsView(
                values(facets.category()),
                values(facets.brand()),
                values(facets.store()),
                facets.price().stream()
                        .map(range -> new RangeCount(
                                range.from().orElse(null), range.to().orElse(null), range.count()))
                        .toList(),
                List.of(
                        new StockCount(true, facets.inStock().available()),
                        new StockCount(false, facets.inStock().unavailable())));
    }

    private static List<ValueCount> values(final List<Facets.Count> counts) {
        return counts.stream()
                .map(count -> new ValueCount(count.value(), count.count()))
                .toList();
    }

    /** How many products have a value. */
    @Serdeable
    @Schema(name = "ValueCount", description = "How many products have a value.")
    record ValueCount(String value, long count) {}

    /** How many products cost so much. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RangeCount", description = "How many products cost so much.")
    record RangeCount(
            @Nullable @Schema(description = "The least price, included.")
            BigDecimal from,

            @Nullable @Schema(description = "The price below which it ends.")
            BigDecimal to,

            long count) {}

    /** How many products can be bought now, or cannot. */
    @Serdeable
    @Schema(name = "StockCount", description = "How many products can be bought now, or cannot.")
    record StockCount(boolean value, long count) {}
}
