package marketplace.recommendations.signals;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Where the job's knowledge comes from.
 *
 * @see #SIGNALS
 * @see #PRODUCTS
 */
public interface Signals {
    /**
     * That a client had to do with a product: who, with what, how much that says, when in milliseconds, whether he has
     * met the product himself (what a search only offered he has not), and the words of the search that led there.
     */
    StructType SIGNALS = new StructType()
            .add("client_id", DataTypes.StringType, false)
            .add("product_id", DataTypes.StringType, false)
            .add("weight", DataTypes.DoubleType, false)
            .add("at", DataTypes.LongType, false)
            .add("met", DataTypes.BooleanType, false)
            .add("query", DataTypes.StringType, true);

    /** The products that may be shown, with the words that describe them. */
    StructType PRODUCTS = new StructType()
            .add("product_id", DataTypes.StringType, false)
            .add("name", DataTypes.StringType, true)
            .add("brand", DataTypes.StringType, true)
            .add("features", DataTypes.createArrayType(DataTypes.StringType), true)
            .add("created_at", DataTypes.LongType, true);

    /** What clients did, as {@link #SIGNALS}. */
    Dataset<Row> signals();

    /** What may be shown, as {@link #PRODUCTS}. */
    Dataset<Row> products();
}
