package marketplace.streams.faults;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private final ThreadReplacement replacement = new ThreadReplacement(Clock.systemUTC());

    @Test
    void a_thread_that_failed_is_replaced() {
        replacement.stop();

        assertThat(replacement.handle(new IllegalStateException("the registry is away")))
                .isEqualTo(REPLACE_THREAD);
        assertThat(replacement.handle(new StreamsException(new IllegalStateException("the registry is away"))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void an_error_stops_the_client_whatever_it_is_wrapped_in() {
        assertThat(replacement.handle(new OutOfMemoryError("of a test"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replacement.handle(new StreamsException(new OutOfMemoryError("of a test"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replacement.pausing()).isZero();
    }

    @Test
    void it_is_replaced_after_a_pause_which_ends_when_the_service_stops() {
        // The first pauses are short ones.
        for (int failure = 0; failure < 3; failure++) {
            replacement.handle(new IllegalStateException("again"));
        }
        final CompletableFuture<StreamThreadExceptionResponse> answer =
                CompletableFuture.supplyAsync(() -> replacement.handle(new IllegalStateException("again")));
        await().until(() -> replacement.pausing() == 1);
        assertThat(answer).isNotDone();

        replacement.stop();

        assertThat(answer.join()).isEqualTo(REPLACE_THREAD);
        assertThat(replacement.pausing()).isZero();
    }
}
