package marketplace.indexer.store;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import java.util.Optional;
import marketplace.indexer.domain.Outcome;

/** What Elasticsearch says of one change in a bulk request. */
record ItemAnswer(OperationType operation, int status, String type, String reason) {
    private static final Outcome STORED = new Outcome.Stored();
    private static final Outcome STALE = new Outcome.Stale();

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    static ItemAnswer of(final BulkResponseItem item) {
        final Optional<ErrorCause> error = Optional.ofNullable(item.error());
        return new ItemAnswer(
                item.operationType(),
                item.status(),
                error.map(ErrorCause::type).orElse(""),
                error.map(ItemAnswer::inWords).orElse(""));
    }

    private static String inWords(final ErrorCause error) {
        final String own = error.type() + ": " + error.reason();
        return error.causedBy() == null ? own : own + "; " + inWords(error.causedBy());
    }

    boolean isIndexMissing() {
        return status == NOT_FOUND && !type.isEmpty();
    }

    /**
     * Only what is the document's own fault is refused. Everything else, an index that is missing or may not be written
     * to among it, is somebody's to mend, and the document waits.
     */
    Outcome outcome() {
        if (type.isEmpty()) {
            // A delete of what is not there is told as 404, and is done.
            return STORED;
        }
        return switch (status) {
            case CONFLICT -> STALE;
            case BAD_REQUEST -> isAboutTheIndex() ? new Outcome.Later(reason) : new Outcome.Refused(reason);
            case TOO_LARGE -> new Outcome.Refused(reason);
            default -> new Outcome.Later(reason);
        };
    }

    private boolean isAboutTheIndex() {
        return reason.contains("no write index is defined") || type.equals("index_closed_exception");
    }
}
