package marketplace.bench.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import marketplace.bench.products.SampleProducts;
import marketplace.schemas.json.AvroJson;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/**
 * The limit of indexing: the same documents in bulk requests, as large and as many at a time as search-indexer's, with
 * the same client, and nothing before them.
 */
final class BareBulk implements AutoCloseable {
    private static final int AT_A_TIME = 2;
    private static final int MOST_DOCUMENTS = 2_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final RestClientTransport transport;
    private final ElasticsearchClient client;
    private final ExecutorService lanes = Executors.newFixedThreadPool(AT_A_TIME);
    private final SampleProducts samples;
    private final Index index;
    private long version;

    BareBulk(final String elasticsearch, final Index index, final SampleProducts samples) {
        this.transport = new RestClientTransport(
                RestClient.builder(HttpHost.create(elasticsearch)).build(), new JacksonJsonpMapper());
        this.client = new ElasticsearchClient(transport);
        this.index = index;
        this.samples = samples;
    }

    private record Document(String id, BinaryData json) {}

    /** Writes so many documents, each a version above the one it had, and answers how many a second that was. */
    double write(final long count) throws IOException {
        version++;
        final List<List<Document>> requests = documents(count);
        final long begin = System.nanoTime();
        final List<CompletableFuture<Void>> answers = requests.stream()
                .map(request -> CompletableFuture.runAsync(() -> send(request), lanes))
                .toList();
        try {
            answers.forEach(CompletableFuture::join);
        } catch (final CompletionException e) {
            throw new IOException("Documents were not stored: " + e.getCause().getMessage(), e.getCause());
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private List<List<Document>> documents(final long count) {
        final List<List<Document>> requests = new ArrayList<>();
        List<Document> request = new ArrayList<>();
        int bytes = 0;
        for (long number = 0; number < count; number++) {
            final byte[] json = AvroJson.toBytes(samples.product(number));
            request.add(new Document(SampleProducts.id(number), BinaryData.of(json, ContentType.APPLICATION_JSON)));
            bytes += json.length;
            if (request.size() == MOST_DOCUMENTS || bytes >= MOST_BYTES) {
                requests.add(request);
                request = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!request.isEmpty()) {
            requests.add(request);
        }
        return requests;
    }

    private void send(final List<Document> documents) {
        final List<BulkOperation> operations = new ArrayList<>(documents.size());
        for (final Document document : documents) {
            operations.add(BulkOperation.of(operation -> operation.index(into -> into.index(index.name())
                    .id(document.id())
                    .version(version)
                    .versionType(VersionType.External)
                    .document(document.json()))));
        }
        try {
            final BulkResponse answer = client.bulk(request -> request.operations(operations));
            if (answer.errors()) {
                throw new CompletionException(new IOException("Elasticsearch refused some of them"));
            }
        } catch (final IOException | ElasticsearchException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lanes.shutdownNow();
        transport.close();
    }
}
