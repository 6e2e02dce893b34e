package marketplace.recommendations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Shows everybody the most popular items that are news to him: what a model must do better than. */
final class PopularityModel implements Model {
    /** Somebody who knows more than so many of the most popular items is shown less. */
    private static final int ENOUGH = 20_000;

    @Override
    public String method() {
        return "popularity";
    }

    @Override
    public Dataset<Row> rank(
            final Histories histories, final Items items, final Optional<Dataset<Row>> content, final Rules rules) {
        // Items are numbered by their popularity.
        final String[] popular = items
                .table()
                .where("item < " + Math.min(items.warm(), ENOUGH))
                .orderBy("item")
                .select("product_id")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toArray(String[]::new);
        final Broadcast<String[]> broadcast = JavaSparkContext.fromSparkContext(
                        histories.table().sparkSession().sparkContext())
                .broadcast(popular);
        return histories
                .table()
                .select("client_id", "known")
                .mapPartitions(mostPopular(broadcast, rules.limit()), Encoders.row(Lists.SCHEMA));
    }

    private static MapPartitionsFunction<Row, Row> mostPopular(final Broadcast<String[]> popular, final int limit) {
        return clients -> {
            final Iterable<Row> each = () -> clients;
            return StreamSupport.stream(each.spliterator(), false)
                    .map(client -> Lists.of(
                            client.getString(0), news(popular.value(), new HashSet<>(client.getList(1)), limit)))
                    .iterator();
        };
    }

    private static List<Candidate> news(final String[] popular, final Set<Integer> known, final int limit) {
        final List<Candidate> news = new ArrayList<>(limit);
        for (int item = 0; item < popular.length && news.size() < limit; item++) {
            if (!known.contains(item)) {
                news.add(new Candidate(item, popular[item], null, popular.length - item, Because.TRENDING, null));
            }
        }
        return news;
    }
}
