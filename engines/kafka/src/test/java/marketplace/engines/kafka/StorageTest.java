package marketplace.engines.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageTest {
    private static final String PASSWORD = "a-word-that-nobody-may-see";
    private static final String CLUSTER = "marketplace-primary-AA";

    @TempDir
    private Path folder;

    private String data;
    private String settings;
    private String password;

    @BeforeEach
    void begin() throws IOException {
        data = folder.resolve("data").toString();
        settings = Files.writeString(folder.resolve("broker.properties"), """
                        process.roles=broker,controller
                        node.id=0
                        controller.quorum.voters=0@127.0.0.1:19292
                        listeners=CLIENT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19292
                        listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                        inter.broker.listener.name=CLIENT
                        controller.listener.names=CONTROLLER
                        log.dirs=%s
                        """.formatted(data))
                .toString();
        password =
                Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
    }

    @Test
    void a_folder_is_formatted_once_for_its_cluster() throws IOException {
        assertThat(Storage.isFormatted(data)).isFalse();

        Storage.format(settings, CLUSTER, password);

        assertThat(Storage.isFormatted(data)).isTrue();
        assertThat(Path.of(data, "meta.properties")).content().contains("cluster.id=" + CLUSTER, "node.id=0");
    }

    @Test
    void the_first_user_is_in_the_clusters_metadata_from_the_start() throws IOException {
        Storage.format(settings, CLUSTER, password);

        try (var files = Files.walk(Path.of(data))) {
            assertThat(files.filter(file -> file.toString().endsWith(".checkpoint")))
                    .singleElement()
                    .satisfies(first -> assertThat(Files.readAllBytes(first))
                            .asString()
                            .contains("admin")
                            .doesNotContain(PASSWORD));
        }
    }

    @Test
    void a_folder_that_is_formatted_is_not_formatted_over() throws IOException {
        Storage.format(settings, CLUSTER, password);
        var before = Files.readString(Path.of(data, "meta.properties"));

        assertThatException()
                .isThrownBy(() -> Storage.format(settings, CLUSTER, password))
                .withMessageContaining("already formatted")
                .satisfies(failure -> assertThat(failure).hasMessageNotContaining(PASSWORD));

        assertThat(Path.of(data, "meta.properties")).hasContent(before);
    }

    @Test
    void a_password_that_is_missing_formats_nothing() {
        assertThatIOException().isThrownBy(() -> Storage.format(settings, CLUSTER, folder + "/none"));

        assertThat(Storage.isFormatted(data)).isFalse();
    }
}
