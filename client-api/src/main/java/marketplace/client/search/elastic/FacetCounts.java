package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationRange;
import co.elastic.clients.elasticsearch._types.aggregations.RangeBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import marketplace.client.search.Facets;

/** Asks for facets, and reads the counts. */
final class FacetCounts {
    private static final String COUNTS = "counts";
    private static final String SPELLING = "spelling";
    private static final int MOST_VALUES = 20;
    private static final List<Double> PRICE_STEPS = List.of(1_000.0, 5_000.0, 20_000.0, 100_000.0);

    private FacetCounts() {}

    /** The aggregations for all facets: each counts what the filters of the others leave. */
    static Map<String, Aggregation> aggregations(final Conditions conditions) {
        final Map<String, Aggregation> all = new HashMap<>();
        all.put(Facet.CATEGORY.name(), values(Fields.CATEGORY_EXACT, Fields.CATEGORY));
        all.put(Facet.BRAND.name(), values(Fields.BRAND_EXACT, Fields.BRAND));
        all.put(Facet.STORE.name(), values(Fields.STORE));
        all.put(Facet.PRICE.name(), prices());
        all.put(Facet.IN_STOCK.name(), stock());
        all.replaceAll((facet, counts) -> within(conditions, Facet.valueOf(facet), counts));
        return all;
    }

    /** Reads the answer to {@link #aggregations}. */
    static Facets read(final Map<String, Aggregate> answer) {
        return new Facets(
                counts(answer, Facet.CATEGORY, FacetCounts::spelling),
                counts(answer, Facet.BRAND, FacetCounts::spelling),
                counts(answer, Facet.STORE, FacetCounts::key),
                buckets(answer, Facet.PRICE).stream()
                        .map(bucket ->
                                new Facets.PriceRange(price(bucket.from()), price(bucket.to()), bucket.docCount()))
                        .toList(),
                stock(buckets(answer, Facet.IN_STOCK)));
    }

    private static Aggregation within(final Conditions conditions, final Facet facet, final Aggregation counts) {
        return Aggregation.of(inner -> inner.filter(conditions.allBut(facet)).aggregations(COUNTS, counts));
    }

    private static Aggregation values(final String field) {
        return Aggregation.of(counts -> counts.terms(terms -> terms.field(field).size(MOST_VALUES)));
    }

    /** What shops write in several ways is one value, as it is for the filters, and is called what most call it. */
    private static Aggregation values(final String field, final String asWritten) {
        return Aggregation.of(counts -> counts.terms(terms -> terms.field(field).size(MOST_VALUES))
                .aggregations(
                        SPELLING,
                        spellings ->
                                spellings.terms(most -> most.field(asWritten).size(1))));
    }

    private static Aggregation prices() {
        return Aggregation.of(counts -> counts.range(range -> {
            range.field(Fields.PRICE);
            Double from = null;
            for (final Double to : PRICE_STEPS) {
                range.ranges(step(from, to));
                from = to;
            }
            return range.ranges(step(from, null));
        }));
    }

    private static Aggregation stock() {
        return Aggregation.of(counts ->
                counts.range(range -> range.field(Fields.AVAILABLE).ranges(step(null, 1.0), step(1.0, null))));
    }

    private static AggregationRange step(final Double from, final Double to) {
        return AggregationRange.of(range -> range.from(from).to(to));
    }

    private static Aggregate counts(final Map<String, Aggregate> answer, final Facet facet) {
        return answer.get(facet.name()).filter().aggregations().get(COUNTS);
    }

    private static List<Facets.Count> counts(
            final Map<String, Aggregate> answer, final Facet facet, final Function<StringTermsBucket, String> name) {
        return counts(answer, facet).sterms().buckets().array().stream()
                .map(bucket -> new Facets.Count(name.apply(bucket), bucket.docCount()))
                .toList();
    }

    private static String spelling(final StringTermsBucket value) {
        return value.aggregations().get(SPELLING).sterms().buckets().array().stream()
                .findFirst()
                .map(FacetCounts::key)
                .orElse(key(value));
    }

    private static String key(final StringTermsBucket value) {
        return value.key().stringValue();
    }

    private static List<RangeBucket> buckets(final Map<String, Aggregate> answer, final Facet facet) {
        return counts(answer, facet).range().buckets().array();
    }

    private static Optional<BigDecimal> price(final Double bound) {
        return Optional.ofNullable(bound).map(value -> new BigDecimal(value.longValue()));
    }

    private static Facets.Stock stock(final List<RangeBucket> byAvailable) {
        long available = 0;
        long unavailable = 0;
        for (final RangeBucket bucket : byAvailable) {
            if (bucket.from() == null) {
                unavailable = bucket.docCount();
            } else {
                available = bucket.docCount();
            }
        }
        return new Facets.Stock(available, unavailable);
    }
}
