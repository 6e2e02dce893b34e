package marketplace.bench.measure;

/** What the figures of a comparison are, and so what a piece of work of a size costs in time. */
public enum Scale {
    /** How much of the size is done in a second. */
    WORK_PER_SECOND("/s") {
        @Override
        double cost(final long size, final double figure) {
            return size / figure;
        }
    },
    /** How often a piece of that size is done in a second. */
    PIECES_PER_SECOND("/s") {
        @Override
        double cost(final long size, final double figure) {
            return 1 / figure;
        }
    },
    /** How long a piece takes among so many. */
    MILLISECONDS(" ms") {
        @Override
        double cost(final long size, final double figure) {
            return figure;
        }
    };

    private final String unit;

    Scale(final String unit) {
        this.unit = unit;
    }

    /** What to write after a figure. */
    public String unit() {
        return unit;
    }

    /** The time that the work of a size takes, in a unit of its own. */
    abstract double cost(long size, double figure);
}
