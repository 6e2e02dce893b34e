package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import marketplace.recommendations.matrix.ItemWeights;
import marketplace.recommendations.matrix.LayeredWeights;
import marketplace.recommendations.matrix.SparseWeights;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Weights that every task can hold: each client's list is made in one go. */
final class MemoryModel implements Model {
    private final String method;
    private final ItemWeights weights;

    MemoryModel(final String method, final ItemWeights weights) {
        this.method = method;
        this.weights = weights;
    }

    /** Brings weights into memory: item, other, weight. */
    static SparseWeights load(final Dataset<Row> weights, final int items) {
        final SparseWeights.Builder builder = new SparseWeights.Builder(items);
        weights.groupBy("item")
                .agg(expr("array_sort(collect_list(struct(other, weight))) AS others"))
                .selectExpr("item", "others.other", "others.weight")
                .toLocalIterator()
                .forEachRemaining(row -> builder.put(row.getInt(0), ints(row.getList(1)), floats(row.getList(2))));
        return builder.build();
    }

    private static int[] ints(final List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float[] floats(final List<Float> values) {
        final float[] array = new float[values.size()];
        IntStream.range(0, array.length).forEach(i -> array[i] = values.get(i));
        return array;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Dataset<Row> rank(
            final Histories histories, final Items items, final Optional<Dataset<Row>> content, final Rules rules) {
        final JavaSparkContext context = JavaSparkContext.fromSparkContext(
                histories.table().sparkSession().sparkContext());
        final ItemWeights all = content.<ItemWeights>map(other -> new LayeredWeights(List.of(
                        weights,
                        load(
                                other.selectExpr(
                                        "item", "other", "CAST(weight * " + weights.typical() + " AS FLOAT) AS weight"),
                                items.all()))))
                .orElse(weights);
        return histories
                .table()
                .select("client_id", "entries", "known")
                .mapPartitions(
                        new MemoryRanking(context.broadcast(Shelf.of(items)), context.broadcast(all), rules),
                        Encoders.row(Lists.SCHEMA));
    }
}
