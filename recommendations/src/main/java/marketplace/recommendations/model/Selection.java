package marketplace.recommendations.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Makes one client's list out of candidates: so many, not too many of one brand, filled up where there is too little. */
final class Selection {
    private final Rules rules;
    private final List<Candidate> picked = new ArrayList<>();
    private final Map<String, Integer> ofBrand = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private Selection(final Rules rules) {
        this.rules = rules;
    }

    /**
     * Picks from candidates, the best first, that are all news to the client.
     *
     * @param isKnown whether an item is no news; asked about fillers
     */
    static List<Candidate> of(final Rules rules, final List<Candidate> candidates, final IntPredicate isKnown) {
        final Selection selection = new Selection(rules);
        candidates.forEach(selection::offer);
        final double least = selection.picked.isEmpty()
                ? 1
                : selection.picked.get(selection.picked.size() - 1).score();
        for (final Candidate filler : rules.fillers()) {
            if (!isKnown.test(filler.item())) {
                // Fillers come after everything that was found for this client.
                selection.offer(filler.withScore(filler.score() * least));
            }
        }
        return selection.picked;
    }

    private void offer(final Candidate candidate) {
        if (picked.size() < rules.limit() && hasRoom(candidate.brand()) && taken.add(candidate.item())) {
            picked.add(candidate);
            if (candidate.brand() != null) {
                ofBrand.merge(candidate.brand(), 1, Integer::sum);
            }
        }
    }

    private boolean hasRoom(final String brand) {
        return brand == null || ofBrand.getOrDefault(brand, 0) < rules.perBrand();
    }
}
