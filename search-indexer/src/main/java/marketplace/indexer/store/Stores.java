package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import marketplace.indexer.domain.DocumentStore;
import org.elasticsearch.client.RestClient;

/** The client of Elasticsearch, and the stores that write with it. */
@Factory
final class Stores {
    /** With a mapper of its own: what it writes and reads is no concern of the service's JSON. */
    @Singleton
    @Primary
    ElasticsearchClient client(final RestClient http) {
        return new ElasticsearchClient(new RestClientTransport(http, new JacksonJsonpMapper()));
    }

    /** Writes to the indexes behind the names of shelves. */
    @Singleton
    DocumentStore live(final ElasticsearchClient client, final Shelves shelves) {
        return new ElasticsearchStore(client, Target.live(shelves));
    }
}
