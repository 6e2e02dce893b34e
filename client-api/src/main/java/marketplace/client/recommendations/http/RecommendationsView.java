package marketplace.client.recommendations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import marketplace.client.recommendations.Recommendations;
import marketplace.client.recommendations.ShownList;
import marketplace.client.recommendations.ShownProduct;

/** Recommendations, as they are answered. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Recommendations", description = "What to show a client next.")
record RecommendationsView(
        String clientId,

        @Schema(description = "Whether they were found for this client, and are not what everybody is shown.")
        boolean personal,

        @Nullable @Schema(description = "The run of the job that found them; absent before the first.")
        String runId,

        @Nullable @Schema(description = "When that run started.")
        Instant computedAt,

        List<Place> products) {

    static RecommendationsView of(final String client, final ShownList list) {
        final List<Place> places = new ArrayList<>();
        for (final ShownList.Place place : list.products()) {
            places.add(Place.of(places.size() + 1, place));
        }
        return new RecommendationsView(
                client,
                list.isPersonal(),
                list.source().map(Recommendations::runId).orElse(null),
                list.source().map(Recommendations::computedAt).orElse(null),
                places);
    }

    /** One of them. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "RecommendedProduct")
    record Place(
            @Schema(description = "Its place, from 1.") int rank,

            @Schema(example = "3") String productId,
            @Schema(example = "Механическая клавиатура") String name,
            String brand,
            Price price,

            @Schema(description = "How well it fits; comparable within one answer only.")
            double score,

            @Schema(description = "Why it is here, for people.", example = "сейчас популярно")
            String reason) {
        static Place of(final int rank, final ShownList.Place place) {
            final ShownProduct product = place.product();
            return new Place(
                    rank,
                    place.item().productId(),
                    product.name(),
                    product.brand(),
                    new Price(product.amount(), product.currency()),
                    place.item().score(),
                    place.item().reason());
        }
    }

    /** An amount of money. */
    @Serdeable
    @Schema(name = "CurrentPrice")
    record Price(
            @Schema(example = "6790") BigDecimal amount,

            @Schema(description = "ISO 4217", example = "RUB")
            String currency) {}
}
