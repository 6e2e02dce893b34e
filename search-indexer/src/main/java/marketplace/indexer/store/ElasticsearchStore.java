package marketplace.indexer.store;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import marketplace.indexer.domain.Change;
import marketplace.indexer.domain.DocumentStore;
import marketplace.indexer.domain.Outcome;
import marketplace.indexer.domain.StoreUnavailableException;
import org.elasticsearch.client.ResponseException;

/**
 * Stores documents with bulk requests. Their JSON goes into the request as it is.
 *
 * <p>Versions are the caller's: Elasticsearch keeps the highest, so a request that is sent twice, or that comes late from
 * a consumer that has lost its partitions, changes nothing.
 */
final class ElasticsearchStore implements DocumentStore {
    private static final String INVALID = "action_request_validation_exception";
    private static final int TOO_LARGE = 413;

    private final ElasticsearchClient client;
    private final Target target;

    ElasticsearchStore(final ElasticsearchClient client, final Target target) {
        this.client = client;
        this.target = target;
    }

    @Override
    public List<Outcome> write(final List<Change> changes) throws StoreUnavailableException {
        target.prepare(changes);
        try {
            return outcomes(changes, send(changes));
        } catch (final ElasticsearchException e) {
            // An id that is too long, a document without one.
            if (INVALID.equals(e.error().type())) {
                return halves(changes, e.getMessage());
            }
            // Any other refusal of a whole request is about how it was sent: not to be laid at the documents' door.
            throw new StoreUnavailableException("Elasticsearch answered " + e.status() + ": " + e.getMessage(), e);
        } catch (final ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == TOO_LARGE) {
                return halves(changes, "It is too large for a request to Elasticsearch.");
            }
            throw new StoreUnavailableException("Elasticsearch turned a request away: " + e.getMessage(), e);
        } catch (final IOException e) {
            throw new StoreUnavailableException("Elasticsearch did not answer: " + e, e);
        }
    }

    /** A request that is refused as a whole is divided until it is clear for which document. */
    private List<Outcome> halves(final List<Change> changes, final String refusal) throws StoreUnavailableException {
        if (changes.size() == 1) {
            return List.of(new Outcome.Refused(refusal));
        }
        final int middle = changes.size() / 2;
        final List<Outcome> first = write(changes.subList(0, middle));
        return Stream.concat(first.stream(), write(changes.subList(middle, changes.size())).stream())
                .toList();
    }

    private BulkResponse send(final List<Change> changes) throws IOException {
        final List<BulkOperation> operations = new ArrayList<>(changes.size());
        for (final Change change : changes) {
            operations.add(operation(change));
        }
        return client.bulk(request -> request.operations(operations).requireAlias(target.isAlias()));
    }

    private BulkOperation operation(final Change change) {
        final String index = target.index(change.shelf());
        if (change instanceof final Change.Put put) {
            return BulkOperation.of(operation -> operation.index(document -> document.index(index)
                    .id(put.id())
                    .version(put.version())
                    .versionType(VersionType.External)
                    .document(BinaryData.of(put.document(), ContentType.APPLICATION_JSON))));
        }
        return BulkOperation.of(operation -> operation.delete(document ->
                document.index(index).id(change.id()).version(change.version()).versionType(VersionType.External)));
    }

    private List<Outcome> outcomes(final List<Change> changes, final BulkResponse answer) {
        final List<Outcome> outcomes = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            final ItemAnswer item = ItemAnswer.of(answer.items().get(i));
            if (item.isIndexMissing()) {
                target.isMissing(changes.get(i).shelf());
            }
            outcomes.add(item.outcome());
        }
        return outcomes;
    }
}
