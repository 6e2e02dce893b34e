package marketplace.bench.measure;

/** What a benchmark has to tell. */
public sealed interface Result permits Comparison, Effort, Journey {}
