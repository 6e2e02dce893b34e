package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_wrong_command_line_is_status_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("apply")).isEqualTo(2);
        assertThat(run("apply", "--registry", "http://127.0.0.1:1", "--replication", "0"))
                .isEqualTo(2);
        assertThat(run("apply", "--fast")).isEqualTo(2);
        assertThat(err.toString())
                .contains("Nowhere to apply the catalogue: name --primary, --target or --registry")
                .contains("--replication: 0 is less than one replica");
    }

    @Test
    void a_catalogue_with_mistakes_is_status_1_and_a_line_for_each() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "topics: 1\nprincipals: 2\n");

        assertThat(run("docs", "--catalogue", file.toString())).isEqualTo(Main.FAILED);

        assertThat(err.toString())
                .contains(file + ":1: topics: is not a list")
                .contains(file + ":2: principals: is not a list")
                .doesNotContain("Exception");
    }

    @Test
    void a_file_that_is_missing_is_status_1_and_one_line() {
        assertThat(run("apply", "--primary", "/no/such.properties")).isEqualTo(Main.FAILED);
        assertThat(err.toString().strip()).isEqualTo("/no/such.properties: cannot be read: there is no such file");
    }

    @Test
    void the_mirror_gets_its_topics_and_groups_as_regular_expressions() throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, Catalogues.SMALL);

        run("mirror-topics", "--catalogue", file.toString());
        run("mirror-topics", "--groups", "--catalogue", file.toString());

        assertThat(out.toString().lines()).containsExactly("orders", "billing.*,invoices");
    }

    @Test
    void passwords_are_never_shown() {
        assertThat(Passwords.of(java.util.Map.of("shop", "s3cret")).toString())
                .contains("shop")
                .doesNotContain("s3cret");
        assertThat(RegistryAccess.of("http://user:s3cret@host:80/path")).hasToString("registry (http://host:80/path)");
        assertThat(RegistryAccess.of("http://host")
                        .withCredentials("user:s3cret")
                        .toString())
                .doesNotContain("s3cret");
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
