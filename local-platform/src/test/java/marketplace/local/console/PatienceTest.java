package marketplace.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void what_is_done_at_once_needs_no_words() {
        new Patience(said::add, "Fetching").close();

        assertThat(said).isEmpty();
    }

    @Test
    void what_takes_long_is_told_again_and_again() {
        var patience = new Patience(said::add, "Fetching", Duration.ofMillis(1), Duration.ofMillis(1));
        try {
            await().until(() -> said.size() >= 2);
        } finally {
            patience.close();
        }

        assertThat(said).allMatch(line -> line.startsWith("Fetching … "));
    }
}
