package marketplace.recommendations.matrix;

import java.io.Serializable;

/** What each item says about each other. */
public interface ItemWeights extends Serializable {
    /** Adds what one item of a history says about all others. */
    void addTo(Scores scores, int item, float strength);

    /** What one item says about one other. */
    float weight(int item, int other);

    /** The strongest word of an item, on average: what another kind of evidence is measured against. */
    float typical();
}
