package marketplace.client.recommendations.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.core.MgetRequest;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import marketplace.client.recommendations.RecommendationIndex;
import marketplace.client.recommendations.Recommendations;
import marketplace.client.recommendations.RecommendationsUnavailableException;
import marketplace.client.recommendations.ShownProduct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recommendations and products in Elasticsearch, looked up by their ids. What is there is there at once. */
@Singleton
final class ElasticRecommendations implements RecommendationIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticRecommendations.class);
    private static final Type DOCUMENT = new TypeReference<Map<String, Object>>() {}.getType();
    private static final String NO_INDEX = "index_not_found_exception";

    private final ElasticsearchAsyncClient client;
    private final String recommendations;
    private final String products;
    private final Duration patience;

    ElasticRecommendations(
            final ElasticsearchAsyncClient client,
            @Value("${recommendations.index}") final String recommendations,
            @Value("${search.index}") final String products,
            @Value("${search.patience}") final Duration patience) {
        this.client = client;
        this.recommendations = recommendations;
        this.products = products;
        this.patience = patience;
    }

    @Override
    public CompletionStage<Map<String, Recommendations>> of(final Collection<String> clients) {
        return get(recommendations, clients, List.of("run_id", "computed_at", "items"), Documents::recommendations);
    }

    @Override
    public CompletionStage<Map<String, ShownProduct>> products(final Collection<String> ids) {
        return ids.isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : get(products, ids, List.of("name", "brand", "price"), Documents::product);
    }

    private <T> CompletionStage<Map<String, T>> get(
            final String index,
            final Collection<String> ids,
            final List<String> fields,
            final Function<Map<String, Object>, T> read) {
        final MgetRequest request = MgetRequest.of(
                wanted -> wanted.index(index).ids(List.copyOf(ids)).sourceIncludes(fields));
        final CompletableFuture<MgetResponse<Map<String, Object>>> asked = client.mget(request, DOCUMENT);
        return asked.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answer -> found(answer, read))
                .exceptionally(failure -> {
                    // Whoever waited has gone: Elasticsearch need not go on with it either.
                    asked.cancel(true);
                    throw unavailable(failure);
                });
    }

    private static <T> Map<String, T> found(
            final MgetResponse<Map<String, Object>> answer, final Function<Map<String, Object>, T> read) {
        final Map<String, T> found = new HashMap<>();
        for (final MultiGetResponseItem<Map<String, Object>> item : answer.docs()) {
            if (item.isFailure()) {
                final var error = item.failure().error();
                // Before the first run, and before the first product, there is no index, and that is no failure.
                if (!NO_INDEX.equals(error.type())) {
                    throw new IllegalStateException(error.type() + ": " + error.reason());
                }
            } else {
                final GetResult<Map<String, Object>> document = item.result();
                if (document.found()) {
                    found.put(document.id(), read.apply(document.source()));
                }
            }
        }
        return found;
    }

    private static RecommendationsUnavailableException unavailable(final Throwable failure) {
        final Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.warn("Recommendations could not be looked up: {}", cause.toString());
        return new RecommendationsUnavailableException("Recommendations cannot be looked up now.", cause);
    }
}
