package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.Shelf;
import marketplace.indexer.domain.StoreUnavailableException;

/** The documents of an index in the order in which they were stored, page by page; goes on where it stopped. */
public final class Pages {
    private static final String ORDER = "_seq_no";
    private static final int PAGE = 1_000;

    private final ElasticsearchClient client;
    private final String index;
    private final Shelf shelf;
    private long last = -1;

    Pages(final ElasticsearchClient client, final String index) {
        this.client = client;
        this.index = index;
        this.shelf = Shelf.of(index);
    }

    /** From now on everything is seen that was stored before. */
    public void refresh() throws StoreUnavailableException {
        try {
            client.indices().refresh(request -> request.index(index));
        } catch (final ElasticsearchException | IOException e) {
            throw new StoreUnavailableException("Elasticsearch did not refresh " + index + ": " + e.getMessage(), e);
        }
    }

    /** The next documents, with their versions; none if that was all. */
    public List<Change> next() throws StoreUnavailableException {
        try {
            final SearchResponse<BinaryData> answer = client.search(
                    request -> request.index(index)
                            .size(PAGE)
                            .version(true)
                            .seqNoPrimaryTerm(true)
                            .trackTotalHits(hits -> hits.enabled(false))
                            .query(query -> query.range(range ->
                                    range.number(number -> number.field(ORDER).gt((double) last))))
                            .sort(sort -> sort.field(field -> field.field(ORDER).order(SortOrder.Asc))),
                    BinaryData.class);
            final List<Hit<BinaryData>> hits = answer.hits().hits();
            if (!hits.isEmpty()) {
                last = hits.get(hits.size() - 1).seqNo();
            }
            return hits.stream().map(this::change).toList();
        } catch (final ElasticsearchException | IOException e) {
            throw new StoreUnavailableException("Elasticsearch did not read " + index + ": " + e.getMessage(), e);
        }
    }

    private Change change(final Hit<BinaryData> hit) {
        final ByteBuffer json = bytes(hit.source());
        final byte[] document = new byte[json.remaining()];
        json.get(document);
        return new Change.Put(shelf, hit.id(), hit.version(), document);
    }

    private static ByteBuffer bytes(final BinaryData data) {
        try {
            return data.asByteBuffer().duplicate();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
