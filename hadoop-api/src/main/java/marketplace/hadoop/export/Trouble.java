package marketplace.hadoop.export;

/** Why tables cannot be written, in one line for whoever looks after them. */
final class Trouble {
    /** How the NameNode says that it has nowhere to put a block. */
    private static final String NO_NODE_TAKES_IT = "minReplication";

    private Trouble() {}

    /** The deepest cause knows what it was. */
    static String withTables(final Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        final String words = deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
        return words.contains(NO_NODE_TAKES_IT)
                ? "the tables: HDFS takes no data: its disks are full, or its DataNodes are away"
                : "the tables: " + words.lines().findFirst().orElse("");
    }
}
