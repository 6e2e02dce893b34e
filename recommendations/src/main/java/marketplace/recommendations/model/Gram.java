package marketplace.recommendations.model;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import marketplace.recommendations.matrix.SymmetricMatrix;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** How much each two items are met together: the sum over all histories of the product of their strengths. */
final class Gram implements PairFlatMapFunction<Iterator<Row>, Integer, double[]>, Serializable {
    private static final long serialVersionUID = 1L;

    private final int size;

    private Gram(final int size) {
        this.size = size;
    }

    /** Each task sums up a matrix of its own; their rows meet in a shuffle, and here is the one that they make. */
    static SymmetricMatrix of(final Histories histories, final int size) {
        final var rows = histories.table().select("entries").javaRDD();
        final int tasks =
                Math.max(1, Math.min(rows.getNumPartitions(), rows.context().defaultParallelism()));
        final SymmetricMatrix matrix = new SymmetricMatrix(size);
        rows.coalesce(tasks)
                .mapPartitionsToPair(new Gram(size))
                .reduceByKey(Gram::sum, tasks)
                .toLocalIterator()
                .forEachRemaining(row -> matrix.addRow(row._1(), row._2()));
        return matrix;
    }

    @Override
    public Iterator<Tuple2<Integer, double[]>> call(final Iterator<Row> histories) {
        final SymmetricMatrix matrix = new SymmetricMatrix(size);
        histories.forEachRemaining(history -> add(matrix, history.getList(0)));
        return IntStream.range(0, size)
                .mapToObj(i -> new Tuple2<>(i, matrix.row(i)))
                .iterator();
    }

    private static void add(final SymmetricMatrix matrix, final List<Row> entries) {
        final int count = entries.size();
        final int[] items = new int[count];
        final float[] strengths = new float[count];
        for (int i = 0; i < count; i++) {
            items[i] = entries.get(i).getInt(0);
            strengths[i] = entries.get(i).getFloat(1);
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                matrix.add(items[i], items[j], (double) strengths[i] * strengths[j]);
            }
        }
    }

    private static double[] sum(final double[] one, final double[] other) {
        for (int j = 0; j < one.length; j++) {
            one[j] += other[j];
        }
        return one;
    }
}
