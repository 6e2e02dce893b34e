package marketplace.acceptance.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import marketplace.acceptance.criteria.Criteria;
import marketplace.acceptance.criteria.Criterion;
import marketplace.acceptance.criteria.Ground;
import marketplace.acceptance.criteria.Outcome;
import marketplace.acceptance.criteria.Visitor;
import marketplace.acceptance.platform.Lookout;
import marketplace.acceptance.platform.Requests;
import marketplace.acceptance.platform.Which;
import marketplace.catalogue.Catalogue;
import marketplace.tool.console.Interruption;
import marketplace.tool.console.Paint;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries the platform that runs against its acceptance criteria. */
@Command(
        name = "verify",
        description = "Tries the platform that runs against its acceptance criteria, each with evidence.",
        mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int LETTERS = 10;

    @Mixin
    private Which which;

    @Option(names = "--only", paramLabel = "N", split = ",", description = "Only these criteria, such as 3,5.")
    private List<Integer> only = new ArrayList<>();

    @Option(
            names = "--with-faults",
            description = "Also kills three brokers, one after the other, and starts them again.")
    private boolean withFaults;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    private boolean isLeftBehind;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        final List<Criterion> all = Criteria.all(Which.home());
        final List<Integer> unknown = only.stream()
                .filter(number -> all.stream().noneMatch(criterion -> criterion.number() == number))
                .toList();
        if (!unknown.isEmpty()) {
            err.println("There is no criterion " + unknown.get(0) + ": there are 1 to " + all.size() + ".");
            return CommandLine.ExitCode.USAGE;
        }
        final Progress progress = Progress.ofThisProcess(err);
        final List<Verdict> verdicts = verify(
                all.stream()
                        .filter(criterion -> only.isEmpty() || only.contains(criterion.number()))
                        .toList(),
                progress);
        progress.end();
        out.println(
                json
                        ? Json.of(verdicts)
                        : new Table(Paint.ofThisProcess()).of(verdicts).stripTrailing());
        return isLeftBehind
                        || verdicts.stream()
                                .anyMatch(verdict -> verdict.finding().outcome() == Outcome.FAILED)
                ? FAILED
                : 0;
    }

    private List<Verdict> verify(final List<Criterion> wanted, final Progress progress)
            throws IOException, InterruptedException {
        final Platform platform = which.platform(progress);
        final Requests requests = new Requests(platform);
        final Http http = new Http();
        final Catalogue catalogue = Catalogue.load();
        try (Interruption interruption = Interruption.ofThisThread();
                Lookout lookout = new Lookout(platform, catalogue)) {
            interruption.check();
            final Visitor visitor = new Visitor("verify" + randomLetters(), platform, requests, http);
            try {
                return new Verification(
                                wanted,
                                new Ground(platform, catalogue, http, requests, lookout, visitor, withFaults),
                                progress)
                        .run();
            } finally {
                progress.doing("taking away what was brought along");
                leave(visitor);
            }
        }
    }

    /** Also when somebody pressed Ctrl-C. What cannot be taken away is said, beside what was found out. */
    private void leave(final Visitor visitor) throws InterruptedException {
        final boolean wasInterrupted = Thread.interrupted();
        try {
            visitor.leave();
        } catch (final IOException e) {
            isLeftBehind = true;
            err.println("Not everything was taken away again: " + e.getMessage());
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One word of these is a word of the search, too, and like no other. */
    private static String randomLetters() {
        return new SecureRandom()
                .ints(LETTERS, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
