package marketplace.hadoop.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a commit promises, against a real HDFS with an unreliable network. */
@Engines(Engine.HDFS)
final class CommitIT {
    private static final Schema WORDS =
            SchemaBuilder.record("Word").fields().requiredString("word").endRecord();

    private final String topic = "words-" + UUID.randomUUID().toString().substring(0, 8);
    private final LakeSettings settings;
    private final Configuration hadoop = new Configuration();
    private SafeCatalog catalog;

    CommitIT(final RunningEngines engines) {
        settings = new LakeSettings("hadoop", engines.hdfsUrl() + "/", "marketplace", 2, 1 << 20, 1 << 27);
        hadoop.set("fs.hdfs.impl", LosingFileSystem.class.getName());
        hadoop.setBoolean("fs.hdfs.impl.disable.cache", true);
    }

    @BeforeEach
    void open() {
        catalog = catalog();
    }

    private SafeCatalog catalog() {
        final SafeCatalog made = new SafeCatalog(Clock.systemUTC());
        made.setConf(hadoop);
        made.initialize("lake", Map.of("warehouse", settings.warehouse()));
        return made;
    }

    @AfterEach
    void close() throws IOException {
        catalog.close();
    }

    private TopicTable table(final SafeCatalog from) {
        final TopicTable table = new Lake(new Catalogs.OpenCatalog(from), settings).tableOf(topic);
        table.reload();
        table.cover(WORDS);
        return table;
    }

    /** Writes words of partition 0 from where the table ended for the writer. */
    private static Offsets write(final TopicTable table, final Offsets begun, final String... words)
            throws IOException {
        return write(table, begun, 0, Instant.now(), words);
    }

    private static Offsets write(
            final TopicTable table, final Offsets begun, final int partition, final Instant at, final String... words)
            throws IOException {
        long offset = begun.of(partition).orElse(0);
        try (Batch batch = table.begin()) {
            for (final String word : words) {
                batch.add(new TopicRecord(
                        Optional.of(word),
                        partition,
                        offset++,
                        at,
                        Optional.of(new GenericRecordBuilder(WORDS)
                                .set("word", word)
                                .build()),
                        at,
                        100));
            }
            final Offsets next = new Offsets(Map.of(partition, offset));
            table.commit(batch.finish(), begun, next);
            return begun.with(next);
        }
    }

    private List<String> words() throws IOException {
        final TopicTable table = table(catalog);
        final List<String> words = new ArrayList<>();
        try (CloseableIterable<Record> rows =
                IcebergGenerics.read(table.table()).build()) {
            rows.forEach(row -> words.add(row.getField("word").toString()));
        }
        return words;
    }

    @Test
    void rows_and_offsets_become_visible_together() throws IOException {
        final TopicTable table = table(catalog);

        final Offsets after = write(table, Offsets.NONE, "one", "two");

        assertThat(words()).containsExactlyInAnyOrder("one", "two");
        assertThat(table(catalog).offsets()).isEqualTo(after);
    }

    @Test
    void a_commit_whose_answer_is_lost_stands_and_the_table_can_be_read() throws IOException {
        final TopicTable table = table(catalog);
        final Offsets first = write(table, Offsets.NONE, "one");
        LosingFileSystem.DONE_AND_LOST.set(1);

        assertThatThrownBy(() -> write(table, first, "two")).isInstanceOf(CommitStateUnknownException.class);

        table.reload();
        assertThat(table.offsets()).isEqualTo(new Offsets(Map.of(0, 2L)));
        write(table, table.offsets(), "three");
        assertThat(words()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void a_commit_whose_request_is_lost_did_not_happen_and_can_be_made_again() throws IOException {
        final TopicTable table = table(catalog);
        final Offsets first = write(table, Offsets.NONE, "one");
        LosingFileSystem.LOST.set(1);

        assertThatThrownBy(() -> write(table, first, "two")).isInstanceOf(CommitStateUnknownException.class);

        table.reload();
        assertThat(table.offsets()).isEqualTo(first);
        write(table, table.offsets(), "two");
        assertThat(words()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void a_writer_that_others_have_overtaken_is_refused_even_if_it_has_looked_at_the_table_since() throws IOException {
        final TopicTable slow = table(catalog);
        final TopicTable quick = table(catalog);
        write(quick, Offsets.NONE, "one");

        assertThatThrownBy(() -> write(slow, Offsets.NONE, "one")).isInstanceOf(StaleWriterException.class);
        slow.reload();
        assertThatThrownBy(() -> write(slow, Offsets.NONE, "one")).isInstanceOf(StaleWriterException.class);

        assertThat(words()).containsExactly("one");
    }

    @Test
    void writers_of_different_partitions_do_not_hinder_each_other() throws IOException {
        final TopicTable one = table(catalog);
        final TopicTable other = table(catalog);

        write(one, Offsets.NONE, 0, Instant.now(), "one");
        write(other, Offsets.NONE, 1, Instant.now(), "other");
        write(one, new Offsets(Map.of(0, 1L)), 0, Instant.now(), "one more");

        assertThat(words()).containsExactlyInAnyOrder("one", "other", "one more");
        assertThat(table(catalog).offsets()).isEqualTo(new Offsets(Map.of(0, 2L, 1, 1L)));
    }

    @Test
    void of_writers_that_contend_for_a_partition_each_row_is_written_by_one() throws Exception {
        table(catalog);
        final int end = 12;
        final ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            final Callable<Integer> writer = () -> contend(end);
            final List<Future<Integer>> refused = threads.invokeAll(List.of(writer, writer));

            assertThat(refused.get(0).get() + refused.get(1).get())
                    .as("they did contend")
                    .isPositive();
        } finally {
            threads.shutdown();
        }
        assertThat(words()).doesNotHaveDuplicates().hasSize(end);
    }

    /** Brings the table to that end, a word at a time, and counts how often it was refused. */
    private int contend(final int end) throws IOException {
        int refused = 0;
        try (SafeCatalog own = catalog()) {
            final TopicTable table = table(own);
            while (table.offsets().of(0).orElse(0) < end) {
                final Offsets begun = table.offsets();
                try {
                    write(table, begun, "word " + begun.of(0).orElse(0));
                } catch (final StaleWriterException e) {
                    refused++;
                    table.reload();
                }
            }
        }
        return refused;
    }

    @Test
    void rows_of_more_days_than_files_may_be_open_are_all_there_in_one_file_for_each_day() throws IOException {
        final TopicTable table = table(catalog);
        try (Batch batch = table.begin()) {
            for (int row = 0; row < 60; row++) {
                final Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * (row % 6));
                batch.add(new TopicRecord(
                        Optional.empty(),
                        0,
                        row,
                        at,
                        Optional.of(new GenericRecordBuilder(WORDS)
                                .set("word", "word " + row)
                                .build()),
                        at,
                        100));
            }
            final Batch.Written written = batch.finish();
            assertThat(written.files()).hasSize(6);
            table.commit(written, Offsets.NONE, new Offsets(Map.of(0, 60L)));
        }

        assertThat(words()).hasSize(60).doesNotHaveDuplicates();
        assertThat(table(catalog).figures().rows()).isEqualTo(60);
    }

    @Test
    void columns_that_are_new_are_added_and_rows_from_before_have_nothing_in_them() throws IOException {
        final TopicTable table = table(catalog);
        write(table, Offsets.NONE, "one");

        table.cover(SchemaBuilder.record("Word")
                .fields()
                .requiredString("word")
                .optionalLong("length")
                .endRecord());

        assertThat(table.table().schema().findField("length")).isNotNull();
        assertThat(words()).containsExactly("one");
    }

    @Test
    void a_schema_that_does_not_fit_is_refused_in_words_and_changes_nothing() {
        final TopicTable table = table(catalog);
        final Schema number =
                SchemaBuilder.record("Word").fields().requiredLong("word").endRecord();

        assertThatThrownBy(() -> table.cover(number))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("word")
                .hasMessageContaining("long");

        table.reload();
        assertThat(table.table().schema().findType("word").toString()).isEqualTo("string");
    }
}
