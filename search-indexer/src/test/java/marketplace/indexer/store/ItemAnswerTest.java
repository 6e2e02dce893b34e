package marketplace.indexer.store;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import marketplace.indexer.domain.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemAnswerTest {
    @ParameterizedTest
    @CsvSource({"200", "201"})
    void what_is_stored_is_stored(final int status) {
        assertThat(of(status, "").outcome()).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void to_delete_what_is_not_there_is_done() {
        final ItemAnswer gone = new ItemAnswer(OperationType.Delete, 404, "", "");

        assertThat(gone.outcome()).isInstanceOf(Outcome.Stored.class);
        assertThat(gone.isIndexMissing()).isFalse();
    }

    @Test
    void a_version_that_is_not_higher_is_stale() {
        assertThat(of(409, "version_conflict_engine_exception").outcome()).isInstanceOf(Outcome.Stale.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, document_parsing_exception",
        "400, mapper_parsing_exception",
        "400, illegal_argument_exception",
        "413, content_too_long"
    })
    void a_document_that_is_at_fault_itself_is_refused(final int status, final String type) {
        assertThat(of(status, type).outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "429, es_rejected_execution_exception",
        "429, cluster_block_exception",
        "403, cluster_block_exception",
        "403, security_exception",
        "404, index_not_found_exception",
        "400, index_closed_exception",
        "500, process_cluster_event_timeout_exception",
        "503, unavailable_shards_exception"
    })
    void what_somebody_can_mend_is_waited_for(final int status, final String type) {
        assertThat(of(status, type).outcome()).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void names_that_are_wrong_are_not_the_documents_fault() {
        final ItemAnswer answer = new ItemAnswer(
                OperationType.Index,
                400,
                "illegal_argument_exception",
                "illegal_argument_exception: no write index is defined for alias [products]");

        assertThat(answer.outcome()).isInstanceOf(Outcome.Later.class);
    }

    private static ItemAnswer of(final int status, final String type) {
        return new ItemAnswer(OperationType.Index, status, type, type);
    }
}
