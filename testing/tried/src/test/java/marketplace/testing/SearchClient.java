package marketplace.testing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** Elasticsearch through its official client, as services use it. */
final class SearchClient implements AutoCloseable {
    /** Names of products: Russian words by their stems, ё as е. */
    private static final String PRODUCTS = """
            {
              "settings": {
                "number_of_shards": 1,
                "number_of_replicas": 0,
                "analysis": {
                  "char_filter": {"yo": {"type": "mapping", "mappings": ["ё => е", "Ё => Е"]}},
                  "filter": {"russian_stems": {"type": "stemmer", "language": "russian"}},
                  "analyzer": {
                    "names": {
                      "tokenizer": "standard",
                      "char_filter": ["yo"],
                      "filter": ["lowercase", "russian_stems"]
                    }
                  }
                }
              },
              "mappings": {"properties": {"name": {"type": "text", "analyzer": "names"}}}
            }
            """;

    private final ElasticsearchClient client;

    SearchClient(String url) {
        client = new ElasticsearchClient(
                new RestClientTransport(RestClient.builder(HttpHost.create(url)).build(), new JacksonJsonpMapper()));
    }

    ElasticsearchClient client() {
        return client;
    }

    void create(String index) throws IOException {
        client.indices().create(request -> request.index(index).withJson(new StringReader(PRODUCTS)));
    }

    /** Stores products, each under its name, and waits until they can be found. */
    void store(String index, String... names) throws IOException {
        var answer = client.bulk(bulk -> {
            for (String name : names) {
                bulk.operations(operation ->
                        operation.index(product -> product.index(index).id(name).document(Map.of("name", name))));
            }
            return bulk;
        });
        if (answer.errors()) {
            throw new IOException(answer.items().toString());
        }
        client.indices().refresh(request -> request.index(index));
    }

    /** The names of the products that a query finds, the best first. */
    List<String> find(String index, String query) throws IOException {
        return client
                .search(
                        request -> request.index(index)
                                .query(q -> q.match(match -> match.field("name").query(query))),
                        Void.class)
                .hits()
                .hits()
                .stream()
                .map(Hit::id)
                .toList();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
