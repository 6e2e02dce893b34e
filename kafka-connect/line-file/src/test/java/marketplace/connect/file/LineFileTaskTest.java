package marketplace.connect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTaskTest {
    @TempDir
    private Path folder;

    private Path file;
    private Worker worker;

    @BeforeEach
    void begin() {
        file = folder.resolve("products.out");
        worker = new Worker(file);
    }

    @Test
    void each_record_is_a_line() throws IOException {
        worker.publish("one", "два").start().deliver();

        assertThat(file).hasContent("one\nдва\n");
    }

    @Test
    void nothing_is_committed_before_it_is_safe() {
        worker.publish("one").start().deliver();
        assertThat(worker.committed()).isZero();

        assertThat(worker.commit().committed()).isEqualTo(1);
        assertThat(folder.resolve("products.out.checkpoint")).hasContent("length 4\nproducts 0 1\n");
    }

    @Test
    void a_stop_and_a_start_write_nothing_twice() {
        worker.publish("one").start().deliver().stop();
        worker.publish("two").start().deliver();

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void lines_that_a_crash_left_uncommitted_are_written_once() {
        worker.publish("one").start().deliver().commit();
        worker.publish("two").deliver().crash();
        worker.publish("three").start().deliver();

        assertThat(file).hasContent("one\ntwo\nthree\n");
    }

    @Test
    void lines_before_the_first_commit_are_written_once_as_well() {
        worker.publish("one", "two").start().deliver().crash();
        worker.start().deliver();

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void a_commit_that_got_lost_writes_nothing_twice() {
        worker.publish("one", "two").start().deliver().stop();
        worker.forgetTheCommit().start().deliver();

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void a_line_torn_by_a_crash_is_cut_off() throws IOException {
        worker.publish("one").start().deliver().commit().crash();
        Files.writeString(file, "one\ntw");
        worker.publish("two").start().deliver();

        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void a_file_of_whole_lines_from_elsewhere_is_gone_on_with() throws IOException {
        Files.writeString(file, "zero\n" + "x".repeat(20_000));
        worker.publish("one").start().deliver();

        assertThat(file).hasContent("zero\none\n");
    }

    @Test
    void a_file_that_was_emptied_is_filled_with_what_is_new() throws IOException {
        worker.publish("one").start().deliver().stop();
        Files.delete(file);
        worker.publish("two").start().deliver().stop();

        assertThat(file).hasContent("two\n");
        assertThat(folder.resolve("products.out.checkpoint")).hasContent("length 4\nproducts 0 2\n");
    }

    @Test
    void a_full_disk_is_waited_for_and_leaves_no_torn_line() {
        worker.publish("one").start().deliver().commit();
        worker.disk().hasRoomFor(6);
        worker.publish("two");

        assertThatThrownBy(worker::deliver)
                .isInstanceOf(RetriableException.class)
                .hasMessage(file + " takes no line, and is tried again: No space left on device");
        assertThat(worker.commit().committed()).isEqualTo(1);
        assertThat(file).hasContent("one\n");

        worker.disk().hasRoomFor(100);
        assertThat(worker.deliver().commit().committed()).isEqualTo(2);
        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void a_disk_that_stays_full_fails_the_task_with_a_sentence_and_the_next_task_goes_on() {
        worker.publish("one").start().deliver();
        worker.disk().hasRoomFor(6);
        worker.publish("two");
        assertThatThrownBy(worker::deliver).isInstanceOf(RetriableException.class);
        worker.pass(Duration.ofSeconds(60));

        assertThatThrownBy(worker::deliver)
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessage(file + " has taken no line for 60 s: No space left on device."
                        + " Make room or mend the disk, and start the connector again; nothing is lost");
        worker.stop().start().deliver();
        assertThat(file).hasContent("one\ntwo\n");
    }

    @Test
    void what_the_disk_did_not_keep_is_never_committed_and_written_again() {
        worker.publish("one").start().deliver();
        worker.disk().failsToKeep();
        assertThat(worker.commit().committed()).isZero();
        assertThatThrownBy(worker::deliver)
                .isInstanceOf(ConnectException.class)
                .isNotInstanceOf(RetriableException.class)
                .hasMessageContaining("did not keep what was written");
        assertThat(worker.stop().committed()).isZero();

        assertThat(worker.start().position()).isZero();
        worker.deliver();
        assertThat(file).hasContent("one\n");
    }

    @Test
    void a_tombstone_writes_no_line_and_is_committed() {
        worker.publish("one", null).start().deliver();

        assertThat(worker.commit().committed()).isEqualTo(2);
        assertThat(file).hasContent("one\n");
    }

    @Test
    void what_is_no_line_is_put_aside_and_its_neighbours_are_written() {
        worker.publish("one", "two\nlines", 3, "four").start().deliver();

        assertThat(file).hasContent("one\nfour\n");
        assertThat(worker.aside()).extracting(record -> record.kafkaOffset()).containsExactly(1L, 2L);
    }

    @Test
    void a_file_that_cannot_be_opened_fails_the_task_and_is_named() {
        final Path nowhere = folder.resolve("nowhere").resolve("products.out");

        assertThatThrownBy(() -> new Worker(nowhere).start())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void two_tasks_never_write_to_one_file() {
        worker.start();

        assertThatThrownBy(() -> new Worker(file).start())
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("is written to by another task");
    }

    @Test
    void a_checkpoint_that_makes_no_sense_fails_the_task_and_is_named() throws IOException {
        final Path checkpoint = Files.writeString(folder.resolve("products.out.checkpoint"), "length many\n");

        assertThatThrownBy(worker::start)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(checkpoint + " is not a checkpoint");
    }
}
