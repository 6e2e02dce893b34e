package marketplace.client.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.MatchPhraseQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.MatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.PrefixQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TermQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import marketplace.client.search.QueryText;

/**
 * The words of a search as a query. Which products match and which of them come first are two questions: the first part
 * of the query is for the one, the second, of which nothing has to hold, for the other.
 */
final class Words {
    /** Of two words both must be there; of more, one may be missing. */
    private static final String MOST_WORDS = "2<-1";

    /**
     * Typos are forgiven on stems, which are shorter than words: what the usual {@code AUTO} forgives on words of three
     * letters would take soap for a mouse, «мыло» for «мышь».
     */
    private static final String TYPOS = "AUTO:4,7";

    private static final int FIRST_LETTERS_ARE_RIGHT = 1;

    /** How many words of the index one word with a typo may stand for. */
    private static final int MOST_EXPANSIONS = 30;

    /** The beginning of a brand or an article number counts from here on. */
    private static final int SHORTEST_BEGINNING = 3;

    /** More than all scores by frequency together: who is named so comes before whoever is only described so. */
    private static final float NAMED_SO = 1_000;

    private static final float IS_EXACTLY_THAT = 200;
    private static final float HAS_THE_PHRASE = 20;
    private static final float HAS_THE_FORM = 5;
    private static final float HAS_A_WORD = 8;

    private Words() {}

    /** How the words are taken. */
    enum Reading {
        /** As they were typed, and all of them. */
        STRICT,
        /** Typos are forgiven, and of many words one may be missing. It costs several times as much. */
        FORGIVING
    }

    /** The products that match, the best first. */
    static Query query(final QueryText text, final Reading reading) {
        return Query.of(
                query -> query.bool(all -> all.must(matching(text, reading)).should(better(text))));
    }

    /** Where the words stand in a name or a description, for highlights. */
    static Query inText(final QueryText text, final Reading reading) {
        return anyOf(List.of(
                match(Fields.NAME, text, match -> reading == Reading.FORGIVING ? forgiving(match, text) : match),
                match(Fields.NAME_WORDS, text, match -> match),
                match(Fields.DESCRIPTION, text, match -> match)));
    }

    private static Query matching(final QueryText text, final Reading reading) {
        final List<Query> ways = new ArrayList<>();
        switch (reading) {
            case STRICT -> ways.add(match(Fields.EVERYTHING, text, match -> match.operator(Operator.And)));
            case FORGIVING -> {
                ways.add(match(Fields.EVERYTHING, text, match -> match.minimumShouldMatch(MOST_WORDS)));
                ways.add(match(
                        Fields.NAMING, text, match -> forgiving(match, text).minimumShouldMatch(MOST_WORDS)));
            }
        }
        // «Она» and "The Who" are names, too, though their words say nothing elsewhere.
        ways.add(match(Fields.NAME_WORDS, text, match -> match.operator(Operator.And)));
        ways.add(term(Fields.SKU, text, IS_EXACTLY_THAT));
        if (text.normal().length() >= SHORTEST_BEGINNING) {
            ways.add(match(Fields.BRAND_BEGINNINGS, text, match -> match.operator(Operator.And)));
            if (text.isOneWord()) {
                ways.add(PrefixQuery.of(prefix -> prefix.field(Fields.SKU).value(text.normal()))
                        ._toQuery());
            }
        }
        return anyOf(ways);
    }

    private static List<Query> better(final QueryText text) {
        return List.of(
                always(NAMED_SO, match(Fields.NAME, text, match -> match.operator(Operator.And))),
                always(NAMED_SO / 2, match(Fields.NAME, text, match -> match)),
                match(Fields.NAME, text, match -> match.boost(HAS_A_WORD)),
                match(Fields.NAME_WORDS, text, match -> match.boost(HAS_THE_FORM)),
                MatchPhraseQuery.of(phrase -> phrase.field(Fields.NAME)
                                .query(text.normal())
                                .slop(1)
                                .boost(HAS_THE_PHRASE))
                        ._toQuery(),
                term(Fields.NAME_EXACT, text, IS_EXACTLY_THAT),
                term(Fields.BRAND_EXACT, text, HAS_THE_PHRASE),
                term(Fields.CATEGORY_EXACT, text, HAS_THE_PHRASE));
    }

    private static MatchQuery.Builder forgiving(final MatchQuery.Builder match, final QueryText text) {
        return text.hasFewWords()
                ? match.fuzziness(TYPOS).prefixLength(FIRST_LETTERS_ARE_RIGHT).maxExpansions(MOST_EXPANSIONS)
                : match;
    }

    private static Query match(
            final String field, final QueryText text, final UnaryOperator<MatchQuery.Builder> further) {
        return further.apply(new MatchQuery.Builder().field(field).query(text.normal()))
                .build()
                ._toQuery();
    }

    private static Query term(final String field, final QueryText text, final float boost) {
        return TermQuery.of(term -> term.field(field).value(text.normal()).boost(boost))
                ._toQuery();
    }

    private static Query always(final float score, final Query query) {
        return Query.of(
                constant -> constant.constantScore(same -> same.filter(query).boost(score)));
    }

    private static Query anyOf(final List<Query> ways) {
        return Query.of(query -> query.bool(any -> any.should(ways).minimumShouldMatch("1")));
    }
}
