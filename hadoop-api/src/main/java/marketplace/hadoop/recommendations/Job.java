package marketplace.hadoop.recommendations;

import java.io.IOException;
import java.util.Map;

/** Makes everybody's recommendations. */
interface Job {
    /**
     * Runs to its end.
     *
     * @param runId what the run is called
     * @param evaluate whether it measures itself, too
     * @param progress told of each stage
     * @return what came of it, as the job says
     * @throws JobFailedException if nothing came of it
     */
    Map<String, Object> run(String runId, boolean evaluate, Progress progress)
            throws IOException, InterruptedException, JobFailedException;

    /** Hears how far a run is. */
    interface Progress {
        /** A stage begins, after so many that are done. */
        void stage(String name, int done, int of);
    }
}
