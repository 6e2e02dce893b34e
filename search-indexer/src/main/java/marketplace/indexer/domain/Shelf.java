package marketplace.indexer.domain;

/**
 * Where documents of one kind stand: a name that they are written through, and behind which the index may change.
 *
 * @param family the kind, which has the definition; also the name that all shelves of the family are read through
 * @param name what documents are written through: the family's name, or with the month behind it
 */
public record Shelf(String family, String name) {
    /** The only shelf of its family. */
    public static Shelf of(final String family) {
        return new Shelf(family, family);
    }
}
