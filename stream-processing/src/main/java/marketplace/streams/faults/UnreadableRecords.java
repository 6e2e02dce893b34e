package marketplace.streams.faults;

import java.util.Map;
import marketplace.schemas.UnreadablePayloadException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Puts aside records that cannot be read, and goes on with their neighbours. Everything else, above all a registry that
 * is down, fails the thread, which is replaced and begins again at the same record: nothing is skipped.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private final PutAside aside = new PutAside();

    /** For Kafka Streams, which makes one for each thread. */
    public UnreadableRecords() {}

    @Override
    public Response handleError(
            final ErrorHandlerContext context, final ConsumerRecord<byte[], byte[]> record, final Exception exception) {
        return exception instanceof UnreadablePayloadException
                ? Response.resume(aside.of(record, exception))
                : Response.fail();
    }

    @Override
    public void configure(final Map<String, ?> configs) {}
}
