package marketplace.local.tools;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ToolSearchTest {
    @TempDir
    private Path folder;

    @Test
    void programs_of_the_machine_come_first() throws Exception {
        var here = programs(folder.resolve("bin"), "prometheus", "promtool", "alertmanager");

        var found = search(List.of(folder.resolve("empty"), here), ToolSearchTest::mustNotBeAsked)
                .find();

        assertThat(List.of(found.prometheus(), found.alertmanager()))
                .containsExactly(here.resolve("prometheus"), here.resolve("alertmanager"));
        assertThat(found.promtool()).contains(here.resolve("promtool"));
    }

    @Test
    void one_of_them_alone_is_not_enough_and_packages_are_fetched() throws Exception {
        var here = programs(folder.resolve("bin"), "prometheus", "promtool");

        var found = search(List.of(here), ToolSearchTest::asDebianDoes).find();

        assertThat(found.prometheus()).startsWith(folder.resolve("tools")).isExecutable();
        assertThat(found.alertmanager()).hasFileName("prometheus-alertmanager");
    }

    @Test
    void what_was_fetched_once_is_not_fetched_again() throws Exception {
        var first = search(List.of(), ToolSearchTest::asDebianDoes).find();

        assertThat(search(List.of(), ToolSearchTest::mustNotBeAsked).find()).isEqualTo(first);
    }

    @Test
    void where_there_are_none_one_line_says_why_and_what_to_install() {
        var search = search(List.of(), (names, where) -> {
            throw new IOException("this is no Debian or Ubuntu to fetch them from");
        });

        assertThatThrownBy(search::find)
                .isInstanceOf(IOException.class)
                .message()
                .hasLineCount(1)
                .contains("no Debian", "apt-get install prometheus prometheus-alertmanager", "--with marketplace");
    }

    @Test
    void programs_that_are_too_old_are_named_with_what_is_needed() throws Exception {
        assertThat(tools("2.45.6", "0.25.0").newEnough()).isNotNull();

        assertThatThrownBy(tools("2.31.2", "0.25.0")::newEnough)
                .isInstanceOf(IOException.class)
                .message()
                .hasLineCount(1)
                .contains("/prometheus is version 2.31, and 2.42 or newer is needed", "--with marketplace");
        assertThatThrownBy(tools("2.42.0", "0.23.0")::newEnough).hasMessageContaining("/alertmanager is version 0.23");
        assertThatThrownBy(tools("3.0", "?")::newEnough).hasMessageContaining("of a version that it does not tell");
    }

    private MonitoringTools tools(String prometheus, String alertmanager) throws IOException {
        var here = programs(folder.resolve(prometheus + "-" + alertmanager.hashCode()), "prometheus", "alertmanager");
        Files.writeString(here.resolve("prometheus"), "#!/bin/sh\necho prometheus, version " + prometheus + "\n");
        Files.writeString(here.resolve("alertmanager"), "#!/bin/sh\necho alertmanager, version " + alertmanager + "\n");
        return new MonitoringTools(here, here.resolve("prometheus"), Optional.empty(), here.resolve("alertmanager"));
    }

    @Test
    void another_system_has_nothing_to_fetch_from() {
        assertThatThrownBy(() -> new DebianPackages(List.of(folder)).unpack(List.of("prometheus"), folder.resolve("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no Debian");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void a_program_that_was_fetched_looks_for_its_files_where_it_is_started() throws IOException {
        var program = Files.writeString(folder.resolve("program"), "a/usr/share/prometheus/b/usr/share/prom c");

        Relocation.relocate(program);

        assertThat(program).hasContent("ausr//share/prometheus/b/usr/share/prom c");
    }

    @Test
    void a_program_that_was_fetched_can_be_run_at_once() throws Exception {
        var program = Files.copy(Path.of("/bin/true").toRealPath(), folder.resolve("program"), COPY_ATTRIBUTES);

        Relocation.relocate(program);

        assertThat(new ProcessBuilder(program.toString()).start().waitFor()).isZero();
    }

    private ToolSearch search(List<Path> path, Packages packages) {
        return new ToolSearch(path, folder.resolve("tools"), packages);
    }

    private static void mustNotBeAsked(List<String> names, Path where) {
        throw new AssertionError("asked for " + names);
    }

    private static void asDebianDoes(List<String> names, Path where) throws IOException {
        assertThat(names).containsExactly("prometheus", "prometheus-alertmanager");
        programs(where.resolve("usr/bin"), "prometheus", "promtool", "prometheus-alertmanager");
    }

    private static Path programs(Path folder, String... names) throws IOException {
        Files.createDirectories(folder);
        for (String name : names) {
            Files.writeString(folder.resolve(name), "");
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return folder;
    }
}
