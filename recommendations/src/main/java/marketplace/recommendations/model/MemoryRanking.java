package marketplace.recommendations.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketplace.recommendations.matrix.ItemWeights;
import marketplace.recommendations.matrix.Scores;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/** Makes the lists of one partition's clients. */
final class MemoryRanking implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    private final Broadcast<Shelf> shelf;
    private final Broadcast<ItemWeights> weights;
    private final Rules rules;

    MemoryRanking(final Broadcast<Shelf> shelf, final Broadcast<ItemWeights> weights, final Rules rules) {
        this.shelf = shelf;
        this.weights = weights;
        this.rules = rules;
    }

    @Override
    public Iterator<Row> call(final Iterator<Row> clients) {
        final Ranker ranker = new Ranker(shelf.value(), weights.value(), rules);
        final Iterable<Row> each = () -> clients;
        return StreamSupport.stream(each.spliterator(), false)
                .flatMap(ranker::list)
                .iterator();
    }

    /** Makes one list after the other. */
    private static final class Ranker {
        private final Shelf shelf;
        private final ItemWeights weights;
        private final Rules rules;
        private final Scores scores;

        Ranker(final Shelf shelf, final ItemWeights weights, final Rules rules) {
            this.shelf = shelf;
            this.weights = weights;
            this.rules = rules;
            this.scores = new Scores(shelf.size());
        }

        Stream<Row> list(final Row client) {
            final List<Entry> history = Entry.read(client.getList(1));
            final Set<Integer> known = new HashSet<>(client.getList(2));
            score(history);
            final int[] best = scores.top(rules.candidates(), item -> shelf.isAllowed(item) && !known.contains(item));
            final List<Candidate> candidates = new ArrayList<>(best.length);
            for (final int item : best) {
                candidates.add(shelf.candidate(item, scores.get(item), Because.TOGETHER, null));
            }
            final List<Candidate> picked = Selection.of(rules, candidates, known::contains).stream()
                    .map(candidate ->
                            candidate.because() == Because.TOGETHER ? explained(candidate.item(), history) : candidate)
                    .toList();
            return picked.isEmpty() ? Stream.empty() : Stream.of(Lists.of(client.getString(0), picked));
        }

        private void score(final List<Entry> history) {
            scores.clear();
            for (final Entry entry : history) {
                weights.addTo(scores, entry.item(), entry.strength());
                if (!entry.met()) {
                    // It was offered to a search and not looked at: it may be what was searched for.
                    scores.add(entry.item(), entry.strength() * weights.typical());
                }
            }
        }

        /** An item is there because of what speaks for it most. To find that takes time, so it is done for few. */
        private Candidate explained(final int item, final List<Entry> history) {
            final Entry cause = Collections.max(
                    history, (one, other) -> Float.compare(contribution(one, item), contribution(other, item)));
            if (cause.query() != null) {
                return shelf.candidate(item, scores.get(item), Because.SEARCHED, cause.query());
            }
            return shelf.candidate(
                    item,
                    scores.get(item),
                    shelf.isWarm(item) ? Because.TOGETHER : Because.SIMILAR,
                    shelf.name(cause.item()));
        }

        private float contribution(final Entry entry, final int item) {
            return entry.item() == item
                    ? entry.strength() * weights.typical()
                    : entry.strength() * weights.weight(entry.item(), item);
        }
    }

    /** One item of a history. */
    private record Entry(int item, float strength, boolean met, String query) {
        static List<Entry> read(final List<Row> rows) {
            final List<Entry> entries = new ArrayList<>(rows.size());
            for (final Row row : rows) {
                entries.add(new Entry(row.getInt(0), row.getFloat(1), row.getBoolean(2), row.getString(3)));
            }
            return entries;
        }
    }
}
