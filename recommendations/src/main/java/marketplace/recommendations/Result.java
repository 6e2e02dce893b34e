package marketplace.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import marketplace.recommendations.quality.Quality;

/**
 * What a run did.
 *
 * @param method how it was learnt which products go together; absent if nothing was to be learnt
 * @param signals how many things clients did were read
 * @param clients who did them
 * @param cutHistories of how many of those the oldest products were left out
 * @param products how many products there are
 * @param published how many clients' recommendations were published; absent if none were to be
 * @param withdrawn how many clients lost theirs; absent like those
 * @param quality absent if it was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(
        String runId,
        String method,
        long signals,
        Long clients,
        Long cutHistories,
        Integer products,
        Long published,
        Long withdrawn,
        Quality quality,
        double seconds) {}
