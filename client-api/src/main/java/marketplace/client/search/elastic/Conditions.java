package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketplace.client.search.Filters;

/** The filters of a search as queries, by the facet that each belongs to. */
final class Conditions {
    private final Map<Facet, Query> byFacet = new EnumMap<>(Facet.class);

    Conditions(final Filters filters) {
        filters.category().ifPresent(category -> byFacet.put(Facet.CATEGORY, term(Fields.CATEGORY_EXACT, category)));
        filters.brand().ifPresent(brand -> byFacet.put(Facet.BRAND, term(Fields.BRAND_EXACT, brand)));
        filters.storeId().ifPresent(store -> byFacet.put(Facet.STORE, term(Fields.STORE, store)));
        filters.inStock().ifPresent(available -> byFacet.put(Facet.IN_STOCK, inStock(available)));
        if (filters.priceMin().isPresent() || filters.priceMax().isPresent()) {
            byFacet.put(Facet.PRICE, price(filters.priceMin(), filters.priceMax()));
        }
    }

    /** All of them; nothing if there are none. */
    Optional<Query> all() {
        return byFacet.isEmpty() ? Optional.empty() : Optional.of(every(byFacet.values()));
    }

    /** All but that of one facet. */
    Query allBut(final Facet facet) {
        final List<Query> others = new ArrayList<>();
        byFacet.forEach((of, query) -> {
            if (of != facet) {
                others.add(query);
            }
        });
        return others.isEmpty() ? Query.of(query -> query.matchAll(all -> all)) : every(others);
    }

    private static Query every(final Iterable<Query> queries) {
        return Query.of(query -> query.bool(all -> {
            queries.forEach(all::filter);
            return all;
        }));
    }

    private static Query term(final String field, final String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    private static Query inStock(final boolean available) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field(Fields.AVAILABLE);
            return available ? number.gt(0.0) : number.lte(0.0);
        })));
    }

    private static Query price(final Optional<BigDecimal> least, final Optional<BigDecimal> greatest) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field(Fields.PRICE);
            least.ifPresent(from -> number.gte(from.doubleValue()));
            greatest.ifPresent(to -> number.lte(to.doubleValue()));
            return number;
        })));
    }
}
