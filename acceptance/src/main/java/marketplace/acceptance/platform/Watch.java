package marketplace.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;

/** Who watches over the platform, and what they say: Prometheus, and the mailbox into which Alertmanager writes. */
public final class Watch {
    private static final String PROMETHEUS = "prometheus";
    private static final String MAILBOX = "mailbox";
    private static final List<String> WATCHERS = List.of(PROMETHEUS, "alertmanager", MAILBOX);
    private static final String GET = "GET";
    private static final String LABELS = "labels";

    private final Http http;
    private final String prometheus;
    private final String mailbox;

    /**
     * Those of a platform.
     *
     * @throws IOException if they are not there, see {@link #missing}
     */
    public Watch(final Platform platform, final Http http) throws IOException {
        this(http, platform.address(PROMETHEUS), platform.address(MAILBOX));
    }

    /** Those at two addresses. */
    public Watch(final Http http, final String prometheus, final String mailbox) {
        this.http = http;
        this.prometheus = prometheus;
        this.mailbox = mailbox;
    }

    /** Who of them is not there. */
    public static List<String> missing(final Platform platform) {
        return WATCHERS.stream().filter(watcher -> !platform.has(watcher)).toList();
    }

    /** An alert, as Prometheus has it. */
    public record Alert(String name, String part, boolean isFiring, String summary) {}

    /** The parts that Prometheus asks for their metrics, each with whether it answers. */
    public List<Target> targets() throws IOException, InterruptedException {
        final List<Target> targets = new ArrayList<>();
        for (final JsonNode target :
                ask(Call.of(GET, prometheus + "/api/v1/targets")).at("/data/activeTargets")) {
            targets.add(new Target(
                    target.path(LABELS).path("instance").asText(),
                    target.path("health").asText().equals("up")));
        }
        return targets;
    }

    /** A part that is asked for its metrics. */
    public record Target(String part, boolean answers) {}

    /**
     * How many series a query answers.
     *
     * @throws IOException if Prometheus does not understand it
     */
    public int series(final String query) throws IOException, InterruptedException {
        return ask(Call.of(GET, prometheus + "/api/v1/query").with("query", query))
                .at("/data/result")
                .size();
    }

    /** All alerts that fire or are about to. */
    public List<Alert> alerts() throws IOException, InterruptedException {
        final List<Alert> alerts = new ArrayList<>();
        for (final JsonNode alert :
                ask(Call.of(GET, prometheus + "/api/v1/alerts")).at("/data/alerts")) {
            alerts.add(new Alert(
                    alert.path(LABELS).path("alertname").asText(),
                    alert.path(LABELS).path("instance").asText(),
                    alert.path("state").asText().equals("firing"),
                    alert.at("/annotations/summary").asText()));
        }
        return alerts;
    }

    /** What the mail that came is about, the oldest first. */
    public List<String> subjects() throws IOException, InterruptedException {
        final List<String> subjects = new ArrayList<>();
        for (final JsonNode mail : ask(Call.of(GET, mailbox + "/mails"))) {
            subjects.add(mail.path("subject").asText());
        }
        return subjects;
    }

    /** Whether there is such a mail beyond the first ones. */
    public boolean hasMail(final int before, final String kind, final String about)
            throws IOException, InterruptedException {
        return subjects().stream()
                .skip(before)
                .anyMatch(subject -> subject.startsWith(kind) && subject.contains(about));
    }

    private JsonNode ask(final Call call) throws IOException, InterruptedException {
        return http.ask(call.request());
    }
}
