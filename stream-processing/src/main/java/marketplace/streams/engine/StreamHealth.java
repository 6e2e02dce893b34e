package marketplace.streams.engine;

import org.apache.kafka.streams.KafkaStreams;

/**
 * How the processing is.
 *
 * @param state as Kafka Streams has it
 * @param wanted how many threads there should be
 * @param alive how many there are
 * @param pausing how many failed and wait to be replaced
 */
public record StreamHealth(KafkaStreams.State state, int wanted, int alive, int pausing) {
    /** Whether all threads process. Not while tasks are handed out or stores are filled again. */
    public boolean isReady() {
        return state == KafkaStreams.State.RUNNING && alive >= wanted && pausing == 0;
    }
}
