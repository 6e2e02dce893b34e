package marketplace.indexer.store;

import java.util.Set;

/**
 * An index that stands behind its shelf's name.
 *
 * @param aliases the names it is known by, the shelf's and the family's
 * @param version of the definition it was made from
 * @param topicId of the topic it was made from
 * @param hasGaps whether documents are missing that the feed will not bring, since it has passed them
 */
public record LiveIndex(String name, Set<String> aliases, int version, String topicId, boolean hasGaps) {
    public LiveIndex {
        aliases = Set.copyOf(aliases);
    }
}
