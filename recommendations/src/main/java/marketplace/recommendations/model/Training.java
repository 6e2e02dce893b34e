package marketplace.recommendations.model;

import marketplace.recommendations.matrix.DenseWeights;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Learns which items go together, in the way that their number allows. */
final class Training {
    private final Tuning tuning;

    Training(final Tuning tuning) {
        this.tuning = tuning;
    }

    Model train(final Histories histories, final Items items) {
        return isEase(items) ? ease(histories, items) : joins(histories, items);
    }

    private boolean isEase(final Items items) {
        return tuning.method() == Method.EASE || (tuning.method() == Method.AUTO && items.warm() <= tuning.easeItems());
    }

    private Model ease(final Histories histories, final Items items) {
        return new MemoryModel("ease", DenseWeights.ease(Gram.of(histories, items.warm()), tuning.regularisation()));
    }

    private Model joins(final Histories histories, final Items items) {
        final Dataset<Row> neighbours =
                RandomWalk.neighbours(histories, items, tuning.neighbours(), tuning.popularityPenalty());
        if ((long) items.warm() * Math.min(tuning.neighbours(), items.warm()) <= tuning.memoryWeights()) {
            return new MemoryModel("joins", MemoryModel.load(neighbours, items.all()));
        }
        return new JoinModel("joins, ranked by joins", neighbours.persist(StorageLevel.MEMORY_AND_DISK()));
    }
}
