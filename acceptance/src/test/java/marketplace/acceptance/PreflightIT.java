package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is said in one line each, before anything starts. */
class PreflightIT {
    private static final int IN_THE_WAY = 4;

    @TempDir
    private Path folder;

    private Marketplace on(Path data) {
        return new Marketplace(data);
    }

    private void assertRefused(Marketplace.Result result, String... parts) {
        assertThat(result.status()).as(result.output()).isEqualTo(IN_THE_WAY);
        assertThat(result.output().lines()).hasSize(1);
        assertThat(result.output()).contains(parts);
    }

    @Test
    void a_java_that_is_too_old() throws Exception {
        var java = Files.createDirectories(folder.resolve("jdk-11/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        var result = on(folder.resolve("data"))
                .run(Map.of("JAVA_HOME", folder.resolve("jdk-11").toString()), "up");

        assertRefused(result, "Java 11", "is too old", "set JAVA_HOME to a JDK 17 or newer");
    }

    @Test
    void a_missing_java() throws Exception {
        var result = on(folder.resolve("data"))
                .run(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()), "up");

        assertRefused(result, "There is no Java", "JDK 17 or newer");
    }

    @Test
    void a_port_that_is_taken_and_by_whom() throws Exception {
        var marketplace = on(folder.resolve("data"));
        try (var squatter = new ServerSocket(marketplace.port(8083), 1, InetAddress.getLoopbackAddress())) {
            var result = marketplace.run("up");

            assertRefused(
                    result,
                    "Port " + squatter.getLocalPort() + " for kafka-connect is taken",
                    "process " + ProcessHandle.current().pid(),
                    "--port-offset");
        }
        assertThat(folder.resolve("data"))
                .as("nothing was started, nothing was made")
                .doesNotExist();
    }

    @Test
    void a_data_folder_of_another_version() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("platform.properties"), "layout=99\nport-offset=0\n");

        assertRefused(on(data).run("up"), "has layout 99", "--data");
    }

    @Test
    void a_data_folder_that_cannot_be_written() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        assertRefused(on(file.resolve("data")).run("up"), "cannot be written", "--data");
    }

    @Test
    void a_port_offset_that_makes_no_sense() throws Exception {
        var result = on(folder.resolve("data")).run("up", "--port-offset", "60000");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains("port offset must be from 0 to");
    }
}
