package marketplace.client.recommendations;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
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
        return index.of(new LinkedHashSet<>(List.of(client, EVERYBODY_ELSE)))
                .thenCompose(found ->
                        index.products(ids(found)).thenApply(products -> choose(client, limit, found, products)));
    }

    private static Set<String> ids(final Map<String, Recommendations> found) {
        final Set<String> ids = new LinkedHashSet<>();
        found.values().forEach(each -> each.items().forEach(item -> ids.add(item.productId())));
        return ids;
    }

    private static ShownList choose(
            final String client,
            final int limit,
            final Map<String, Recommendations> found,
            final Map<String, ShownProduct> products) {
        final Optional<Recommendations> personal =
                Optional.ofNullable(found.get(client)).filter(any -> !client.equals(EVERYBODY_ELSE));
        final List<ShownList.Place> own = places(personal, limit, products);
        if (!own.isEmpty()) {
            return new ShownList(true, personal, own);
        }
        final Optional<Recommendations> common = Optional.ofNullable(found.get(EVERYBODY_ELSE));
        return new ShownList(false, common, places(common, limit, products));
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
