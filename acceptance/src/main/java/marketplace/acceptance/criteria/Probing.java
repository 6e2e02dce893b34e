package marketplace.acceptance.criteria;

import marketplace.acceptance.probe.ProbeReport;

/** What a probe across the mirror says for a criterion. */
final class Probing {
    /** Events a second. */
    static final int RATE = 100;

    private Probing() {}

    static void tell(final ProbeReport report, final Evidence evidence) {
        evidence.holds(
                report.refused() == 0,
                "%,d events were sent to client-api, %d a second; %d were refused%s",
                report.sent(),
                report.rate(),
                report.refused(),
                report.refusal().isEmpty() ? "" : ": " + report.refusal());
        side(report.primary(), "primary", evidence);
        side(report.target(), "target", evidence);
        evidence.figure("sent", report.sent());
        evidence.figure("refused", report.refused());
    }

    private static void side(final ProbeReport.Side side, final String cluster, final Evidence evidence) {
        evidence.holds(
                side.lost() == 0 && side.twice() == 0,
                "%s cluster: %,d received, %d lost, %d twice; seen p50 %.0f ms, p99 %.0f ms, at most %.0f ms after they"
                        + " were to be sent",
                cluster,
                side.received(),
                side.lost(),
                side.twice(),
                side.p50(),
                side.p99(),
                side.most());
        evidence.figure(cluster + "_received", side.received());
        evidence.figure(cluster + "_lost", side.lost());
        evidence.figure(cluster + "_twice", side.twice());
        evidence.figure(cluster + "_p50_ms", side.p50());
        evidence.figure(cluster + "_p99_ms", side.p99());
        evidence.figure(cluster + "_most_ms", side.most());
    }
}
