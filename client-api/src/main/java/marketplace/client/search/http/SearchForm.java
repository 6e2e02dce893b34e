package marketplace.client.search.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Optional;
import marketplace.client.http.Parameters;
import marketplace.client.search.Cursor;
import marketplace.client.search.Filters;
import marketplace.client.search.ProductSearch;
import marketplace.client.search.Sort;
import marketplace.service.http.Problem;

/** The parameters of a search as they came: texts, of which each is read with words of our own for what is wrong. */
@Introspected
record SearchForm(
        @Nullable
        @QueryValue("product_name")
        @Parameter(
                description = "What is searched for, in Russian or English or both.",
                required = true,
                example = "клавиатура",
                schema = @Schema(type = "string", maxLength = 500))
        String productName,

        @Nullable
        @QueryValue("client_id")
        @Parameter(description = "Who searches, if that is known.", schema = @Schema(type = "string", maxLength = 100))
        String clientId,

        @Nullable
        @QueryValue("category")
        @Parameter(description = "Only this category.", schema = @Schema(type = "string", maxLength = 200))
        String category,

        @Nullable
        @QueryValue("brand")
        @Parameter(description = "Only this brand.", schema = @Schema(type = "string", maxLength = 200))
        String brand,

        @Nullable
        @QueryValue("price_min")
        @Parameter(
                description = "The least price, included, in the products' own currencies.",
                schema = @Schema(type = "number", minimum = "0"))
        String priceMin,

        @Nullable
        @QueryValue("price_max")
        @Parameter(
                description = "The greatest price, included, in the products' own currencies.",
                schema = @Schema(type = "number", minimum = "0"))
        String priceMax,

        @Nullable
        @QueryValue("in_stock")
        @Parameter(
                description = "True: only what can be bought now. False: only what cannot.",
                schema = @Schema(type = "boolean"))
        String inStock,

        @Nullable
        @QueryValue("store_id")
        @Parameter(description = "Only this shop.", schema = @Schema(type = "string", maxLength = 100))
        String storeId,

        @Nullable
        @QueryValue("sort")
        @Parameter(
                description = "What comes first.",
                schema =
                        @Schema(
                                type = "string",
                                defaultValue = "relevance",
                                allowableValues = {"relevance", "price_asc", "price_desc", "newest"}))
        String sort,

        @Nullable
        @QueryValue("limit")
        @Parameter(
                description = "How many products at most.",
                schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
        String limit,

        @Nullable
        @QueryValue("cursor")
        @Parameter(
                description = "The `next` of the page before, for the same search.",
                schema = @Schema(type = "string"))
        String cursor) {

    private static final int LONGEST_QUERY = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 100;
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;

    /** The search that is asked for. */
    ProductSearch search() {
        final ProductSearch first = new ProductSearch(
                Parameters.words("product_name", productName, LONGEST_QUERY),
                filters(),
                order(),
                Parameters.limit("limit", limit, USUAL_LIMIT, MOST),
                Optional.empty());
        return cursor == null ? first : next(first);
    }

    Optional<String> client() {
        return Parameters.text("client_id", clientId, LONGEST_ID);
    }

    private ProductSearch next(final ProductSearch first) {
        final Cursor after = Cursor.of(cursor, first)
                .orElseThrow(() -> Problem.field("cursor", "is not the next of a page of this search"));
        return new ProductSearch(first.text(), first.filters(), first.sort(), first.limit(), Optional.of(after));
    }

    private Filters filters() {
        final Optional<BigDecimal> least = Parameters.price("price_min", priceMin);
        final Optional<BigDecimal> greatest = Parameters.price("price_max", priceMax);
        if (least.isPresent() && greatest.isPresent() && least.get().compareTo(greatest.get()) > 0) {
            throw Problem.field("price_min", "must not be more than price_max");
        }
        return new Filters(
                Parameters.text("category", category, LONGEST_NAME),
                Parameters.text("brand", brand, LONGEST_NAME),
                least,
                greatest,
                Parameters.yesOrNo("in_stock", inStock),
                Parameters.text("store_id", storeId, LONGEST_ID));
    }

    private Sort order() {
        return sort == null || sort.isBlank()
                ? Sort.RELEVANCE
                : Sort.labelled(sort)
                        .orElseThrow(() -> Problem.field("sort", "must be relevance, price_asc, price_desc or newest"));
    }
}
