package marketplace.catalogue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AbstractOptions;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** An admin client whose every answer comes within a time limit, or as one line that says which cluster failed. */
final class AdminCalls implements AutoCloseable {
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final ClusterAccess access;
    private final Duration timeout;
    private Optional<Admin> admin = Optional.empty();

    AdminCalls(ClusterAccess access, Duration timeout) {
        this.access = access;
        this.timeout = timeout;
    }

    Admin admin() {
        if (admin.isEmpty()) {
            try {
                admin = Optional.of(access.open());
            } catch (KafkaException e) {
                // The outer message is only that no client could be made.
                Throwable cause = e.getCause() == null ? e : e.getCause();
                throw new PlaceException(access.label() + ": " + Lines.reason(cause), e);
            }
        }
        return admin.get();
    }

    <T extends AbstractOptions<T>> T within(T options) {
        return options.timeoutMs(Math.toIntExact(timeout.toMillis()));
    }

    /** Waits for an answer. */
    <T> T await(String doing, KafkaFuture<T> answer) {
        try {
            return get(answer);
        } catch (NoAnswer e) {
            throw new PlaceException(access.label() + ": " + doing + ": " + e.getMessage(), e);
        }
    }

    /** Waits for an answer that may as well be a failure. */
    <T> Optional<T> ifAnswered(KafkaFuture<T> answer) {
        try {
            return Optional.of(get(answer));
        } catch (NoAnswer e) {
            return Optional.empty();
        }
    }

    /** Waits until something is done, and says why it is not if it failed. */
    Optional<String> failure(KafkaFuture<?> answer) {
        try {
            get(answer);
            return Optional.empty();
        } catch (NoAnswer e) {
            return Optional.of(e.getMessage());
        }
    }

    private <T> T get(KafkaFuture<T> answer) throws NoAnswer {
        try {
            return answer.get(timeout.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NoAnswer(reason(e.getCause()), e.getCause());
        } catch (TimeoutException e) {
            throw new NoAnswer(noAnswer(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    PlaceException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PlaceException(access.label() + ": interrupted", e);
    }

    String label() {
        return access.label();
    }

    Duration timeout() {
        return timeout;
    }

    private String reason(Throwable cause) {
        return cause instanceof org.apache.kafka.common.errors.TimeoutException ? noAnswer() : Lines.reason(cause);
    }

    private String noAnswer() {
        return "no answer within " + timeout.toMillis() / 1000.0 + " s";
    }

    @Override
    public void close() {
        admin.ifPresent(access::close);
    }
}
