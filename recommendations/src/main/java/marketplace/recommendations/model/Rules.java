package marketplace.recommendations.model;

import java.io.Serializable;
import java.util.List;

/**
 * What a list of recommendations must be like.
 *
 * @param limit how many products at most
 * @param perBrand how many of one brand at most
 * @param fillers what to show where there is too little, the best first, with scores from 1 down to 0
 */
record Rules(int limit, int perBrand, List<Candidate> fillers) implements Serializable {
    /** So many candidates for each place are looked at before fillers are taken. */
    private static final int CANDIDATES_OF_A_PLACE = 5;

    Rules {
        fillers = List.copyOf(fillers);
    }

    /** The best by score alone. */
    static Rules best(final int limit) {
        return new Rules(limit, Integer.MAX_VALUE, List.of());
    }

    int candidates() {
        return perBrand == Integer.MAX_VALUE ? limit : limit * CANDIDATES_OF_A_PLACE;
    }
}
