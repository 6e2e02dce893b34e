package marketplace.client.search.elastic;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.elasticsearch.DefaultElasticsearchConfigurationProperties;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;

/** What the official client is made with. */
@Factory
final class ElasticClient {
    private static final Duration LONGER = Duration.ofSeconds(1);

    /** Reads documents. Prices stay as exact as they are in them. */
    @Singleton
    ObjectMapper documents() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * The client waits longer than anybody does who asks: how long Elasticsearch may take is said in one place, and who
     * waited for so long is told that it takes too long.
     */
    @Singleton
    BeanCreatedEventListener<DefaultElasticsearchConfigurationProperties> patience(
            @Value("${search.patience}") final Duration patience) {
        return created -> {
            created.getBean()
                    .getRequestConfigBuilder()
                    .setSocketTimeout(Math.toIntExact(patience.plus(LONGER).toMillis()));
            return created.getBean();
        };
    }

    /** Bounds how many questions are under way at a time; those beyond wait for as long as a connection may take. */
    @Singleton
    BeanCreatedEventListener<HttpAsyncClientBuilder> bounds(@Value("${search.connections}") final int connections) {
        return created -> created.getBean().setMaxConnTotal(connections).setMaxConnPerRoute(connections);
    }
}
