package marketplace.recommendations.model;

import static org.apache.spark.sql.functions.expr;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Weights that are too many to be held in one place: lists are made with joins. */
final class JoinModel implements Model {
    private final String method;
    private final Dataset<Row> neighbours;

    /** @param neighbours item, other, weight */
    JoinModel(final String method, final Dataset<Row> neighbours) {
        this.method = method;
        this.neighbours = neighbours;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Dataset<Row> rank(
            final Histories histories, final Items items, final Optional<Dataset<Row>> content, final Rules rules) {
        final Dataset<Row> clients = histories.table();
        final Dataset<Row> candidates = best(scores(clients, content), items, clients, rules);
        return clients.select("client_id", "known")
                .join(candidates, new String[] {"client_id"}, "left_outer")
                .select("client_id", "known", "candidates")
                .mapPartitions(selecting(rules), Encoders.row(Lists.SCHEMA));
    }

    /** client_id, item, score, and the entry that speaks most for it: cause (an item), query. */
    private Dataset<Row> scores(final Dataset<Row> clients, final Optional<Dataset<Row>> content) {
        final double typical = typical();
        final Dataset<Row> entries =
                clients.selectExpr("client_id", "inline(entries)").withColumnRenamed("item", "cause");
        final Dataset<Row> weights = content.map(other -> neighbours.unionByName(
                        other.selectExpr("item", "other", "CAST(weight * " + typical + " AS FLOAT) AS weight")))
                .orElse(neighbours)
                .withColumnRenamed("item", "cause");
        final Dataset<Row> said = entries.join(weights, "cause")
                .selectExpr("client_id", "other AS item", "strength * weight AS score", "cause", "query");
        // It was offered to a search and not looked at: it may be what was searched for.
        final Dataset<Row> offered = entries.where("NOT met")
                .selectExpr("client_id", "cause AS item", "strength * " + typical + " AS score", "cause", "query");
        return said.unionByName(offered)
                .groupBy("client_id", "item")
                .agg(expr("max_by(struct(cause, query), score) AS because"), expr("sum(score) AS score"))
                .selectExpr("client_id", "item", "score", "because.cause", "because.query")
                .where("score > 0");
    }

    private double typical() {
        final Row mean = neighbours
                .groupBy("item")
                .agg(expr("max(weight) AS most"))
                .agg(expr("coalesce(avg(most), 0D)"))
                .first();
        return mean.getDouble(0);
    }

    /** client_id, and its best candidates as {@link #candidate} reads them. */
    private static Dataset<Row> best(
            final Dataset<Row> scores, final Items items, final Dataset<Row> clients, final Rules rules) {
        final Dataset<Row> known = clients.selectExpr("client_id", "explode(known) AS item");
        final Dataset<Row> allowed =
                items.table().where("allowed").selectExpr("item", "product_id", "brand", "popularity > 0 AS warm");
        final Dataset<Row> names = items.table().selectExpr("item AS cause", "name");
        return scores.join(known, new String[] {"client_id", "item"}, "left_anti")
                .join(allowed, "item")
                .withColumn("place", expr("row_number() OVER (PARTITION BY client_id ORDER BY score DESC, item)"))
                .where("place <= " + rules.candidates())
                .join(names, new String[] {"cause"}, "left_outer")
                .groupBy("client_id")
                .agg(expr(
                        "array_sort(collect_list(struct(place, item, product_id, brand, CAST(score AS DOUBLE) AS score,"
                                + " warm, query, name))) AS candidates"));
    }

    private static MapPartitionsFunction<Row, Row> selecting(final Rules rules) {
        return clients -> {
            final Iterable<Row> each = () -> clients;
            return StreamSupport.stream(each.spliterator(), false)
                    .flatMap(client -> list(client, rules))
                    .iterator();
        };
    }

    private static Stream<Row> list(final Row client, final Rules rules) {
        final Set<Integer> known = new HashSet<>(client.getList(1));
        final List<Row> candidates = client.isNullAt(2) ? List.of() : client.getList(2);
        final List<Candidate> picked = Selection.of(
                rules, candidates.stream().map(JoinModel::candidate).toList(), known::contains);
        return picked.isEmpty() ? Stream.empty() : Stream.of(Lists.of(client.getString(0), picked));
    }

    private static Candidate candidate(final Row row) {
        final String query = row.getString(6);
        final Because because =
                query != null ? Because.SEARCHED : row.getBoolean(5) ? Because.TOGETHER : Because.SIMILAR;
        return new Candidate(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getDouble(4),
                because,
                query != null ? query : row.getString(7));
    }
}
