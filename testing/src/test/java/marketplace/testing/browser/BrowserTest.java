package marketplace.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class BrowserTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_browser_a_test_is_skipped_unless_it_is_needed() {
        assertThatThrownBy(() -> Browser.program(folder.toString(), null)).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> Browser.program(folder.toString(), "needed"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Chromium");
    }

    @Test
    void a_browser_is_found_on_the_path() throws IOException {
        final Path chromium = Files.createFile(folder.resolve("chromium"));
        assertThat(chromium.toFile().setExecutable(true)).isTrue();
        assertThat(Browser.program("/nowhere:" + folder, "needed")).isEqualTo(chromium);
    }
}
