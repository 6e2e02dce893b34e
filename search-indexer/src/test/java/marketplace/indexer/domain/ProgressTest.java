package marketplace.indexer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final Progress progress = new Progress(10);

    @Test
    void nothing_is_committed_where_nothing_was_read() {
        assertThat(progress.committable()).isEqualTo(10);
    }

    @Test
    void the_first_record_that_is_open_holds_the_commit_back() {
        progress.began(10);
        progress.began(11);
        progress.began(15);
        progress.done(11);
        assertThat(progress.committable()).isEqualTo(10);

        progress.done(10);
        assertThat(progress.committable()).isEqualTo(15);

        progress.done(15);
        assertThat(progress.committable()).isEqualTo(16);
    }

    @Test
    void offsets_without_records_are_passed_once_nothing_is_open() {
        progress.began(10);
        progress.readTo(14);
        assertThat(progress.committable()).isEqualTo(10);

        progress.done(10);
        assertThat(progress.committable()).isEqualTo(14);
    }
}
