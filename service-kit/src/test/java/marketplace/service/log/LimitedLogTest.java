package marketplace.service.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LimitedLogTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger logger = new LoggerContext().getLogger("test");
    private final LimitedLog log = new LimitedLog(logger, org.slf4j.event.Level.INFO, 2, nanos::get, later::add);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
    }

    @Test
    void the_first_lines_of_a_second_are_said_and_the_others_counted() {
        for (int line = 0; line < 12_347; line++) {
            final int number = line;
            log.say(() -> "line " + number);
        }
        oneSecondPasses();
        log.say(() -> "next");

        assertThat(lines()).containsExactly("line 0", "line 1", "… and 12,345 more like these", "next");
        assertThat(later).hasSize(1);
    }

    @Test
    void what_was_not_said_is_counted_out_even_when_nothing_more_happens() {
        for (int line = 0; line < 3; line++) {
            log.say(() -> "line");
        }
        assertThat(lines()).hasSize(2);

        oneSecondPasses();
        later.remove().run();

        assertThat(lines()).containsExactly("line", "line", "… and 1 more like these");
        assertThat(later).isEmpty();
    }

    @Test
    void a_log_that_is_off_makes_no_lines() {
        logger.setLevel(Level.WARN);

        log.say(() -> {
            throw new AssertionError("Nobody reads this");
        });

        assertThat(lines()).isEmpty();
    }

    private void oneSecondPasses() {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }

    private List<String> lines() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
