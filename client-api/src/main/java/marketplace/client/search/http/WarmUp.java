package marketplace.client.search.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import marketplace.client.search.Filters;
import marketplace.client.search.Findings;
import marketplace.client.search.ProductIndex;
import marketplace.client.search.ProductSearch;
import marketplace.client.search.QueryText;
import marketplace.client.search.SearchAnswer;
import marketplace.client.search.Sort;
import org.reactivestreams.Publisher;

/**
 * Searches a few times before anybody else does, so that the first client does not wait for what is loaded, compiled and
 * connected by then. Nothing of it is recorded. Until it is done the service is not ready. It begins anew until the search
 * answers, as it does not before there is an index, and takes no longer than its setting says.
 */
@Singleton
@Readiness
final class WarmUp implements HealthIndicator, ApplicationEventListener<ServerStartupEvent> {
    private static final String NAME = "warm-up";
    private static final Executor SOON = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
    private static final int ROUNDS = 5;
    private static final int PAGE = 20;

    /** Both languages, several words, and one that is typed wrongly. */
    private static final List<QueryText> QUERIES = List.of(
            QueryText.of("беспроводная клавиатура"), QueryText.of("mechanical keyboard"), QueryText.of("клавеатура"));

    private static final QueryText BEGINNING = QueryText.of("кла");

    private final ProductIndex index;
    private final JsonMapper json;
    private final Duration most;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    WarmUp(final ProductIndex index, final JsonMapper json, @Value("${search.warm-up}") final Duration most) {
        this.index = index;
        this.json = json;
        this.most = most;
    }

    @Override
    public void onApplicationEvent(final ServerStartupEvent event) {
        begin();
    }

    void begin() {
        if (most.isZero()) {
            done.complete(null);
            return;
        }
        done.completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS);
        search();
    }

    private void search() {
        CompletionStage<Void> rounds = CompletableFuture.completedFuture(null);
        for (int round = 0; round < ROUNDS; round++) {
            for (final QueryText query : QUERIES) {
                rounds = rounds.thenCompose(before -> once(query));
            }
        }
        rounds.whenComplete((all, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else if (!done.isDone()) {
                SOON.execute(this::search);
            }
        });
    }

    private CompletionStage<Void> once(final QueryText query) {
        if (done.isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        final String id = UUID.randomUUID().toString();
        final ProductSearch search = new ProductSearch(query, Filters.NONE, Sort.RELEVANCE, PAGE, Optional.empty());
        return index.find(search, id)
                .thenAccept(found -> write(id, found))
                .thenCompose(written -> index.suggest(BEGINNING, PAGE))
                .thenAccept(suggestions -> {});
    }

    private void write(final String id, final Findings found) {
        try {
            json.writeValueAsBytes(ProductPage.of(new SearchAnswer(id, found, Duration.ZERO, Optional.empty())));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDone() {
        return done.isDone();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder(NAME, isDone() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
