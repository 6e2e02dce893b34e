package marketplace.client.search.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import marketplace.client.search.Findings;
import marketplace.client.search.ProductIndex;
import marketplace.client.search.ProductSearch;
import marketplace.client.search.QueryText;
import marketplace.client.search.SearchUnavailableException;
import marketplace.client.search.Suggestion;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final Duration LONG = Duration.ofHours(1);

    private static final CompletionStage<Findings> FOUND_NOTHING =
            CompletableFuture.completedFuture(new Findings(0, List.of(), true, Optional.empty()));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile CompletionStage<Findings> answer = FOUND_NOTHING;

    @Test
    void it_searches_in_both_languages_and_is_done() {
        final WarmUp warmUp = warmUp(LONG);
        assertThat(warmUp.isDone()).isFalse();

        warmUp.begin();

        assertThat(warmUp.isDone()).isTrue();
        assertThat(asked)
                .contains("беспроводная клавиатура", "mechanical keyboard")
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_search_that_does_not_answer_yet_is_asked_again() {
        answer = CompletableFuture.failedFuture(new SearchUnavailableException("There is no index yet.", null));
        final WarmUp warmUp = warmUp(LONG);

        warmUp.begin();
        assertThat(warmUp.isDone()).isFalse();
        answer = FOUND_NOTHING;

        await().until(warmUp::isDone);
    }

    @Test
    void a_search_that_never_answers_is_asked_no_longer_than_it_may_take() {
        answer = CompletableFuture.failedFuture(new SearchUnavailableException("down", null));
        final WarmUp warmUp = warmUp(Duration.ofMillis(20));

        warmUp.begin();

        await().until(warmUp::isDone);
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_search_that_takes_for_ever_is_waited_for_no_longer_than_it_may() {
        answer = new CompletableFuture<>();
        final WarmUp warmUp = warmUp(Duration.ofMillis(20));

        warmUp.begin();

        await().until(warmUp::isDone);
    }

    @Test
    void it_can_be_left_out() {
        final WarmUp warmUp = warmUp(Duration.ZERO);

        warmUp.begin();

        assertThat(warmUp.isDone()).isTrue();
        assertThat(asked).isEmpty();
    }

    private WarmUp warmUp(final Duration most) {
        return new WarmUp(new FakeIndex(), JsonMapper.createDefault(), most);
    }

    private final class FakeIndex implements ProductIndex {
        @Override
        public CompletionStage<Findings> find(final ProductSearch search, final String queryId) {
            asked.add(search.text().typed());
            return answer;
        }

        @Override
        public CompletionStage<List<Suggestion>> suggest(final QueryText beginning, final int most) {
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
