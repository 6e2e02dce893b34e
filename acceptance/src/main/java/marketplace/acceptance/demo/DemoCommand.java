package marketplace.acceptance.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import marketplace.acceptance.platform.Lookout;
import marketplace.acceptance.platform.Requests;
import marketplace.acceptance.platform.Which;
import marketplace.catalogue.Catalogue;
import marketplace.tool.console.Interruption;
import marketplace.tool.console.Paint;
import marketplace.tool.console.Progress;
import marketplace.tool.load.Http;
import marketplace.tool.platform.Platform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells the story of the platform on the platform that runs. */
@Command(
        name = "demo",
        description = "Tells the story of the platform that runs, step by step, with the evidence of each.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int NAMES = 0x1_0000;

    @Mixin
    private Which which;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, InterruptedException {
        final Progress progress = Progress.ofThisProcess(err);
        final Paint paint = Paint.ofThisProcess();
        final Platform platform = which.platform(progress);
        final Requests requests = new Requests(platform);
        final Catalogue catalogue = Catalogue.load();
        final Stage stage = new Stage(out, progress, paint, new Http());
        final List<Story.Told> told;
        try (Interruption interruption = Interruption.ofThisThread();
                Lookout lookout = new Lookout(platform, catalogue)) {
            interruption.check();
            told = tell(new Scene(platform, catalogue, requests, lookout, stage, newClient()));
        }
        out.println();
        told.forEach(step -> out.println((step.isWhole() ? paint.good("✓") : paint.bad("✗")) + " " + step.line()));
        out.printf(
                Locale.ROOT,
                "%nTold in %.0f s. Bans are as they were before.%n",
                told.stream().mapToDouble(Story.Told::seconds).sum());
        return told.stream().allMatch(Story.Told::isWhole) ? 0 : FAILED;
    }

    private static List<Story.Told> tell(final Scene scene) throws IOException, InterruptedException {
        final BansOfBefore bans = BansOfBefore.found(scene.requests(), scene.stage());
        try {
            bans.lift();
            return Story.ofTheMarketplace().tell(scene);
        } finally {
            bans.restore();
        }
    }

    private static String newClient() {
        return String.format(Locale.ROOT, "anna-%04x", new SecureRandom().nextInt(NAMES));
    }
}
