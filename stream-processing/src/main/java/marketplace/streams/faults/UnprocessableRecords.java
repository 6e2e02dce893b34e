package marketplace.streams.faults;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts aside records that make the code that processes them fail, and goes on with their neighbours. Exceptions of Kafka
 * and of the state are not the record's fault, nor are those that say that this service itself is in no state to go on:
 * they fail the thread, which is replaced and begins again at the same record.
 */
public final class UnprocessableRecords implements ProcessingExceptionHandler {
    private final PutAside aside = new PutAside();

    /** For Kafka Streams, which makes one for each thread. */
    public UnprocessableRecords() {}

    @Override
    public Response handleError(
            final ErrorHandlerContext context, final Record<?, ?> record, final Exception exception) {
        final boolean atTheRecord = context.topic() != null && context.offset() >= 0;
        return atTheRecord && isTheRecordsFault(exception)
                ? Response.resume(aside.of(context, exception))
                : Response.fail();
    }

    private static boolean isTheRecordsFault(final Exception exception) {
        return exception instanceof RuntimeException
                && !(exception instanceof KafkaException)
                && !(exception instanceof IllegalStateException);
    }

    @Override
    public void configure(final Map<String, ?> configs) {}
}
