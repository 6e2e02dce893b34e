package marketplace.client.recommendations;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers what to show a client: what was found for him, and if there is nothing, what was found for everybody. Products
 * that were banned since are left out.
 */
@Singleton
public final class Recommender {
    /** Whose recommendations are those for everybody else. Part of the contract with the job. */
    private static final String EVERYBODY_ELSE = "*";

    private final RecommendationIndex index;

    Recommender(final RecommendationIndex index) {
        this.index = index;
    }

    /** The products to show a client, so many at most. */
    public CompletionStage<ShownList> recommend(final String client, final int limit) {
        return index.of(new LinkedHashSet<>(List.of(client, EVERYBODY_ELSE))).thenCompose(found -> {
            final Optional<Recommendations> common = Optional.ofNullable(found.get(EVERYBODY_ELSE));
            final Optional<Recommendations> personal =
                    Optional.ofNullable(found.get(client)).filter(any -> !client.equals(EVERYBODY_ELSE));
            // What everybody is shown is looked up only if there is nothing else to show: products are the larger part.
            return list(true, personal, limit)
                    .thenCompose(own -> own.products().isEmpty()
                            ? list(false, common, limit)
                            : CompletableFuture.completedFuture(own));
        });
    }

    private CompletionStage<ShownList> list(
            final boolean isPersonal, final Optional<Recommendations> list, final int limit) {
        final Set<String> ids = list.stream()
                .flatMap(each -> each.items().stream())
                .map(Recommendations.Item::productId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return index.products(ids)
                .thenApply(products -> new ShownList(isPersonal, list, places(list, limit, products)));
    }

    private static List<ShownList.Place> places(
            final Optional<Recommendations> list, final int limit, final Map<String, ShownProduct> products) {
        return list.stream()
                .flatMap(each -> each.items().stream())
                .flatMap(item -> Stream.ofNullable(products.get(item.productId()))
                        .map(product -> new ShownList.Place(item, product)))
                .limit(limit)
                .toList();
    }
}
