package marketplace.client.search.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketplace.client.search.FoundProduct;
import marketplace.client.search.SearchAnswer;

/** A page of products, as it is answered. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProductPage", description = "A page of the products that were found.")
record ProductPage(
        @Schema(description = "Identifies the search, also in what a client does with what it found.")
        String queryId,

        @Schema(description = "How many products match in all, exactly.")
        long total,

        @Schema(description = "How long the search took, in milliseconds.")
        long tookMs,

        @ArraySchema(schema = @Schema(implementation = ProductView.class))
        List<Map<String, Object>> products,

        @Schema(
                description = "By product id and field: where the words stand, between <em> and </em>. All else is"
                        + " escaped for HTML.")
        Map<String, Map<String, List<String>>> highlights,

        @Nullable @Schema(description = "How what was found divides; on the first page.")
        FacetsView facets,

        @Nullable @Schema(description = "The value of `cursor` for the next page, if there is one.")
        String next) {

    static ProductPage of(final SearchAnswer answer) {
        final List<FoundProduct> found = answer.findings().products();
        final Map<String, Map<String, List<String>>> highlights = new LinkedHashMap<>();
        found.stream()
                .filter(product -> !product.highlights().isEmpty())
                .forEach(product -> highlights.put(product.id(), product.highlights()));
        return new ProductPage(
                answer.queryId(),
                answer.findings().total(),
                answer.took().toMillis(),
                found.stream().map(FoundProduct::product).toList(),
                highlights,
                answer.findings().facets().map(FacetsView::of).orElse(null),
                answer.next().orElse(null));
    }
}
