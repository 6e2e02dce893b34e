package marketplace.recommendations.model;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The form that lists of recommendations have on their way out. */
public final class Lists {
    private static final StructType ITEM = new StructType()
            .add("product_id", DataTypes.StringType, false)
            .add("rank", DataTypes.IntegerType, false)
            .add("score", DataTypes.DoubleType, false)
            .add("reason", DataTypes.StringType, false);

    /** client_id, and the items: product_id, rank, score, reason. */
    static final StructType SCHEMA = new StructType()
            .add("client_id", DataTypes.StringType, false)
            .add("items", DataTypes.createArrayType(ITEM, false), false);

    private Lists() {}

    static Row of(final String client, final List<Candidate> picked) {
        final List<Row> items = new ArrayList<>(picked.size());
        for (final Candidate candidate : picked) {
            items.add(RowFactory.create(
                    candidate.productId(),
                    items.size() + 1,
                    candidate.score(),
                    candidate.because().of(candidate.cause())));
        }
        return RowFactory.create(client, items.toArray(Row[]::new));
    }
}
