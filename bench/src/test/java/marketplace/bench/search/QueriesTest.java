package marketplace.bench.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private final Queries queries = new Queries("http://client", "http://elasticsearch");

    @Test
    void every_query_is_sound_json_with_the_words_in_their_places() throws Exception {
        for (int number = 0; number < queries.count(); number++) {
            isSound(body(queries.toElasticsearch(number)), queries.words(number));
            queries.forgive(number);
            isSound(body(queries.toElasticsearch(number)), queries.words(number));
        }
    }

    private static void isSound(final String body, final String words) throws Exception {
        final JsonNode json = new ObjectMapper().readTree(body);
        assertThat(json.path("size").asInt()).isEqualTo(21);
        assertThat(body).contains("\"" + words + "\"").doesNotContain("${");
    }

    @Test
    void what_is_to_be_forgiven_is_asked_for_otherwise() {
        final String strict = body(queries.toElasticsearch(0));

        queries.forgive(0);

        assertThat(strict).doesNotContain("fuzziness");
        assertThat(body(queries.toElasticsearch(0))).contains("fuzziness");
    }

    @Test
    void a_client_asks_with_the_words_in_the_address() {
        assertThat(queries.toClientApi(0).uri().getQuery()).isEqualTo("product_name=" + queries.words(0));
    }

    private static String body(final HttpRequest request) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(final Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(final ByteBuffer buffer) {
                while (buffer.hasRemaining()) {
                    bytes.write(buffer.get());
                }
            }

            @Override
            public void onError(final Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {}
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
