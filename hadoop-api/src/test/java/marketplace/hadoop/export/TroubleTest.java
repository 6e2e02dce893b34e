package marketplace.hadoop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

final class TroubleTest {
    @Test
    void the_deepest_cause_is_told_in_one_line() {
        final IOException deepest = new IOException("Connection refused\n\tat somewhere");

        assertThat(Trouble.withTables(new UncheckedIOException("A file could not be begun", deepest)))
                .isEqualTo("the tables: Connection refused");
        assertThat(Trouble.withTables(new IllegalStateException()))
                .isEqualTo("the tables: java.lang.IllegalStateException");
    }

    @Test
    void a_file_system_without_room_is_called_so() {
        assertThat(Trouble.withTables(
                        new IOException("File /x could only be written to 0 of the 1 minReplication nodes."
                                + " There are 3 datanode(s) running and no node(s) are excluded in this operation.")))
                .contains("its disks are full, or its DataNodes are away");
    }
}
