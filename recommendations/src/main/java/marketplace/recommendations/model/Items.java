package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * All products, numbered: those that somebody had to do with come first, the most popular with number 0, and after them
 * those that nobody has met yet.
 */
public final class Items implements AutoCloseable {
    private final Dataset<Row> table;
    private final int warm;
    private final int all;

    private Items(final Dataset<Row> table, final int warm, final int all) {
        this.table = table;
        this.warm = warm;
        this.all = all;
    }

    /** Numbers what occurs in the interactions, and what may be shown. */
    public static Items of(final Dataset<Row> interactions, final Dataset<Row> products) {
        final Dataset<Row> popularity =
                interactions.groupBy("product_id").agg(expr("count(*) AS popularity"), expr("sum(strength) AS mass"));
        return numbered(products.withColumn("allowed", expr("true"))
                .join(popularity, new String[] {"product_id"}, "full_outer")
                .selectExpr(
                        "product_id",
                        "coalesce(popularity, 0L) AS popularity",
                        "coalesce(mass, 0D) AS mass",
                        "coalesce(allowed, false) AS allowed",
                        "name",
                        "brand",
                        "features",
                        "created_at"));
    }

    private static Items numbered(final Dataset<Row> products) {
        final Dataset<Row> sorted = products.orderBy(col("popularity").desc(), col("product_id"));
        final StructType schema =
                new StructType().add("item", DataTypes.IntegerType, false).merge(sorted.schema(), false);
        final Dataset<Row> table = sorted.sparkSession()
                .createDataFrame(sorted.javaRDD().zipWithIndex().map(Items::withNumber), schema)
                .persist(StorageLevel.MEMORY_AND_DISK());
        final Row counts =
                table.selectExpr("count(*)", "count_if(popularity > 0)").first();
        return new Items(table, Math.toIntExact(counts.getLong(1)), Math.toIntExact(counts.getLong(0)));
    }

    private static Row withNumber(final Tuple2<Row, Long> numbered) {
        final Row row = numbered._1();
        return RowFactory.create(IntStream.range(-1, row.size())
                .mapToObj(at -> at < 0 ? (Object) Math.toIntExact(numbered._2()) : row.get(at))
                .toArray());
    }

    /** item, product_id, popularity (in clients), mass (in strength), allowed, name, brand, features, created_at. */
    Dataset<Row> table() {
        return table;
    }

    /** How many of them somebody had to do with; their numbers are below that. */
    public int warm() {
        return warm;
    }

    public int all() {
        return all;
    }

    @Override
    public void close() {
        table.unpersist();
    }
}
