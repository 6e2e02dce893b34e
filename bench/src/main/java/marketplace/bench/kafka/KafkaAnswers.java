package marketplace.bench.kafka;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what Kafka was asked. */
final class KafkaAnswers {
    private static final int PATIENCE_SECONDS = 60;

    private KafkaAnswers() {}

    /** @throws IOException if the answer is no, or does not come */
    static <T> T of(final Future<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final ExecutionException e) {
            throw new IOException("Kafka refused: " + e.getCause().getMessage(), e.getCause());
        } catch (final TimeoutException e) {
            throw new IOException("Kafka did not answer within " + PATIENCE_SECONDS + " s", e);
        }
    }
}
