package marketplace.recommendations.model;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was learnt about which items go together. */
interface Model {
    /** How it was learnt, for people. */
    String method();

    /**
     * Makes each client's list, as {@link Lists#SCHEMA}. Clients for whom there is nothing are not in it.
     *
     * @param content what else items say about others: item, other, and a weight from 0 to 1
     */
    Dataset<Row> rank(Histories histories, Items items, Optional<Dataset<Row>> content, Rules rules);
}
