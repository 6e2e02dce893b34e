package marketplace.hadoop.recommendations;

/** How much there is to learn from. */
interface LakeSize {
    /** The rows of all tables together. */
    long rows();
}
