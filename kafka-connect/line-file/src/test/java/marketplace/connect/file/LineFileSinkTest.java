package marketplace.connect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileSinkTest {
    @TempDir
    private Path folder;

    @Test
    void kafka_connect_finds_it() {
        assertThat(ServiceLoader.load(SinkConnector.class)).hasExactlyElementsOfTypes(LineFileSink.class);
    }

    @Test
    void one_task_writes_the_file_however_many_are_allowed() {
        final LineFileSink sink = new LineFileSink();
        sink.start(settings());

        assertThat(sink.taskConfigs(3)).containsExactly(settings());
    }

    @Test
    void a_file_must_be_named() {
        assertThatThrownBy(() -> new LineFileConfig(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"file\"");
    }

    @Test
    void offsets_that_are_altered_are_where_it_goes_on() {
        final Worker worker =
                new Worker(file()).publish("one", "two").start().deliver().stop();
        new LineFileSink().alterOffsets(settings(), Map.of(Worker.PARTITION, 1L));
        worker.start().deliver();

        assertThat(file()).hasContent("one\ntwo\ntwo\n");
    }

    @Test
    void offsets_that_are_forgotten_are_those_of_the_group() {
        final Worker worker =
                new Worker(file()).publish("one").start().deliver().stop();
        new LineFileSink().alterOffsets(settings(), Collections.singletonMap(Worker.PARTITION, null));
        worker.forgetTheCommit().start().deliver();

        assertThat(file()).hasContent("one\none\n");
    }

    @Test
    void nothing_is_altered_where_nothing_was_written() {
        assertThat(new LineFileSink().alterOffsets(settings(), Map.of(Worker.PARTITION, 1L)))
                .isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    private Path file() {
        return folder.resolve("products.out");
    }

    private Map<String, String> settings() {
        return Map.of(LineFileConfig.FILE, file().toString());
    }
}
