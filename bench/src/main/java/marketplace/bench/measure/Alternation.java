package marketplace.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marketplace.tool.console.Progress;

/** Measures limit and product in turns. */
public final class Alternation {
    private final String name;
    private final Scale scale;
    private final Plan plan;
    private final Progress progress;

    public Alternation(final String name, final Scale scale, final Plan plan, final Progress progress) {
        this.name = name;
        this.scale = scale;
        this.plan = plan;
        this.progress = progress;
    }

    /** Does a piece of work and answers its figure. */
    public interface Side {
        double measure() throws IOException, InterruptedException;
    }

    /** Both sides once, unmeasured: what the virtual machines compile on the way is not to be anybody's cost. */
    public void warmUp(final Side limit, final Side product) throws IOException, InterruptedException {
        progress.doing(name + ", warming up");
        limit.measure();
        product.measure();
    }

    /** Limit, product, limit, product, and so on. */
    public AtSize at(final long size, final Side limit, final Side product) throws IOException, InterruptedException {
        final List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= plan.pairs(); i++) {
            final String where = String.format(Locale.ROOT, "%s, %,d, %d of %d", name, size, i, plan.pairs());
            progress.doing(where + ": the limit");
            final double possible = limit.measure();
            progress.doing(where + ": the product");
            final Pair pair = new Pair(possible, product.measure());
            progress.done(String.format(
                    Locale.ROOT,
                    "%s: limit %s, product %s, ratio %.2f",
                    where,
                    Figures.of(pair.limit(), scale),
                    Figures.of(pair.product(), scale),
                    pair.ratio()));
            pairs.add(pair);
        }
        return new AtSize(size, pairs);
    }
}
