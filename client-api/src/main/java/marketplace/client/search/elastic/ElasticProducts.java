package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import marketplace.client.search.Findings;
import marketplace.client.search.ProductIndex;
import marketplace.client.search.ProductSearch;
import marketplace.client.search.QueryText;
import marketplace.client.search.SearchUnavailableException;
import marketplace.client.search.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The products in Elasticsearch. */
@Singleton
final class ElasticProducts implements ProductIndex {
    private static final Logger LOG = LoggerFactory.getLogger(ElasticProducts.class);
    private static final int NOT_FOUND = 404;
    private static final Type DOCUMENT = new DocumentType().type();

    private final ElasticsearchAsyncClient client;
    private final String index;
    private final Duration patience;
    private final Semaphore places;

    /** @param most how many may be asked for something at a time */
    ElasticProducts(
            final ElasticsearchAsyncClient client,
            @Value("${search.index}") final String index,
            @Value("${search.patience}") final Duration patience,
            @Value("${search.most}") final int most) {
        this.client = client;
        this.index = index;
        this.patience = patience;
        this.places = new Semaphore(most);
    }

    /**
     * Most people type what they mean, and to forgive typos costs several times as much as not to: it is done where no
     * product has the words as they stand. How many there are does not change from page to page, so a search that goes
     * on is read as it was in the beginning.
     */
    @Override
    public CompletionStage<Findings> find(final ProductSearch search, final String queryId) {
        return ifThereIsRoom(() -> find(search, Words.Reading.STRICT, queryId)
                .thenCompose(found -> found.total() > 0
                        ? CompletableFuture.completedFuture(found)
                        : find(search, Words.Reading.FORGIVING, queryId)));
    }

    /**
     * Where more people ask than can be answered, some are told so at once. If all were let in, all would wait for longer
     * than anybody does, and Elasticsearch would work for those who have gone.
     */
    private <A> CompletionStage<A> ifThereIsRoom(final Supplier<CompletionStage<A>> question) {
        if (!places.tryAcquire()) {
            return CompletableFuture.failedFuture(new SearchUnavailableException("Too many people search now.", null));
        }
        final CompletionStage<A> asked;
        try {
            asked = question.get();
        } catch (final RuntimeException e) {
            places.release();
            throw e;
        }
        return asked.whenComplete((answer, failure) -> places.release());
    }

    private CompletionStage<Findings> find(
            final ProductSearch search, final Words.Reading reading, final String queryId) {
        return ask(PageRequest.of(index, search, reading, queryId))
                .thenApply(answer -> PageAnswer.read(answer, search));
    }

    @Override
    public CompletionStage<List<Suggestion>> suggest(final QueryText beginning, final int most) {
        return ifThereIsRoom(() -> ask(SuggestionRequest.of(index, beginning, most))
                .thenApply(answer -> SuggestionAnswer.read(answer, most)));
    }

    private CompletionStage<SearchResponse<Map<String, Object>>> ask(final SearchRequest request) {
        final CompletableFuture<SearchResponse<Map<String, Object>>> asked = client.search(request, DOCUMENT);
        return asked.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    // Whoever waited has gone: Elasticsearch need not go on with it either.
                    asked.cancel(true);
                    throw unavailable(failure);
                });
    }

    private SearchUnavailableException unavailable(final Throwable failure) {
        final Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.warn("A search could not be answered: {}", cause.toString());
        if (cause instanceof final ElasticsearchException refusal && refusal.status() == NOT_FOUND) {
            return new SearchUnavailableException("There is no index of products yet.", cause);
        }
        if (cause instanceof TimeoutException) {
            return new SearchUnavailableException("The search takes too long now.", cause);
        }
        return new SearchUnavailableException("The search does not answer now.", cause);
    }

    /** Documents as they are, without a class of their own. */
    private static final class DocumentType extends com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>> {
        Type type() {
            return getType();
        }
    }
}
