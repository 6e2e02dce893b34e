package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import jakarta.inject.Singleton;
import marketplace.indexer.domain.DocumentStore;

/** What an index is filled with that nobody reads yet: writes to it, and reads from the one before. */
@Singleton
public final class Filling {
    private final ElasticsearchClient client;

    Filling(final ElasticsearchClient client) {
        this.client = client;
    }

    /** A store that is this index, whatever shelf a document is for. */
    public DocumentStore into(final String index) {
        return new ElasticsearchStore(client, Target.index(index));
    }

    /** The documents of an index, to be copied. */
    public Pages pages(final String index) {
        return new Pages(client, index);
    }
}
