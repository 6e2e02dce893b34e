package marketplace.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import marketplace.bench.filter.BanFilterBenchmark;
import marketplace.bench.ingest.IngestBenchmark;
import marketplace.bench.lake.ExportBenchmark;
import marketplace.bench.measure.Plan;
import marketplace.bench.measure.Result;
import marketplace.bench.mirror.MirrorBenchmark;
import marketplace.bench.recommendations.RecommendationsBenchmark;
import marketplace.bench.recommendations.ServingBenchmark;
import marketplace.bench.search.IndexingBenchmark;
import marketplace.bench.search.SearchBenchmark;
import marketplace.bench.visible.VisibleBenchmark;
import marketplace.bench.watch.WatchBenchmark;
import marketplace.tool.console.Progress;
import marketplace.tool.platform.Platform;

/** What can be measured on a platform that runs, in the order in which it is when nothing is named. */
enum Benchmark {
    INGEST {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new IngestBenchmark(platform, plan, progress).run();
        }
    },
    BAN_FILTER {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new BanFilterBenchmark(platform, plan, progress).run();
        }
    },
    MIRROR {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new MirrorBenchmark(platform, plan, progress).run();
        }
    },
    INDEXING {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new IndexingBenchmark(platform, plan, progress).run();
        }
    },
    EXPORT {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new ExportBenchmark(platform, plan, progress).run();
        }
    },
    RECOMMENDATIONS {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new RecommendationsBenchmark(platform, plan, progress).run();
        }
    },
    SERVING {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new ServingBenchmark(platform, plan, progress).run();
        }
    },
    SEARCH {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new SearchBenchmark(platform, plan, progress).run();
        }
    },
    VISIBLE {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new VisibleBenchmark(platform, plan, progress).run();
        }
    },
    WATCH {
        @Override
        List<Result> run(final Platform platform, final Plan plan, final Progress progress)
                throws IOException, InterruptedException {
            return new WatchBenchmark(platform, plan, progress).run();
        }
    };

    /** What it is called on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract List<Result> run(Platform platform, Plan plan, Progress progress) throws IOException, InterruptedException;
}
