package marketplace.acceptance.probe;

/**
 * What became of the events of a probe.
 *
 * @param rate events a second
 * @param sent how many were sent to client-api
 * @param refused how many it did not accept
 * @param refusal why the first of those was not, or nothing
 */
public record ProbeReport(int rate, int sent, long refused, String refusal, Side primary, Side target) {
    /**
     * What became of them on one cluster. Times are from when an event was to be sent, in milliseconds; those of the
     * first second do not count, in which clients get to know the brokers.
     *
     * @param received how many were seen
     * @param lost how many were accepted and not seen
     * @param twice how many were seen more than once
     */
    public record Side(long received, long lost, long twice, double p50, double p99, double most) {}
}
