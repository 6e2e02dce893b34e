package marketplace.recommendations.signals;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Events in a file, in the form that MovieLens made common: client, product, weight, time in seconds, each line an
 * event. A line that is not so, such as one of headings, is left out. Everything in it may be shown.
 */
public final class EventFile implements Signals {
    private final Dataset<Row> events;

    /** @param file separated by tabs if its name ends in {@code .tsv} or {@code .data}, else by commas */
    public EventFile(final SparkSession spark, final Path file) {
        final String name = file.toString();
        events = spark.read()
                .option("sep", name.endsWith(".tsv") || name.endsWith(".data") ? "\t" : ",")
                .schema("client_id STRING, product_id STRING, weight STRING, seconds STRING")
                .csv(file.toAbsolutePath().toUri().toString())
                .select(
                        col("client_id"),
                        col("product_id"),
                        col("weight").try_cast("double").as("weight"),
                        col("seconds")
                                .try_cast("double")
                                .multiply(1000)
                                .cast("long")
                                .as("at"))
                .na()
                .drop();
    }

    @Override
    public Dataset<Row> signals() {
        return events.withColumn("met", lit(true)).withColumn("query", lit(null).cast("string"));
    }

    @Override
    public Dataset<Row> products() {
        return events.select("product_id")
                .distinct()
                .selectExpr(
                        "product_id",
                        "CAST(NULL AS STRING) AS name",
                        "CAST(NULL AS STRING) AS brand",
                        "CAST(NULL AS ARRAY<STRING>) AS features",
                        "CAST(NULL AS BIGINT) AS created_at");
    }
}
