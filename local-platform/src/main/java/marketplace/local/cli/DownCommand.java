package marketplace.local.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.local.layout.FolderVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = "Stops the platform in order. Its data stays for the next start.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 300;
    private static final int A_WORD_EVERY_SECONDS = 5;

    @Mixin
    private Place place;

    @Option(names = "--wipe", description = "Also forgets the data, the passwords and the certificates.")
    private boolean wipe;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        var running = place.running();
        if (running.isPresent()) {
            System.out.println("Stopping …");
            var launcher = running.get().down();
            if (!leaves(launcher)) {
                System.err.println("The launcher, process " + launcher.pid() + ", did not stop within "
                        + PATIENCE_SECONDS + " s; kill it: its parts leave with it.");
                return Marketplace.FAILED;
            }
            System.out.println("Stopped.");
        } else {
            System.out.println("Nothing is running on " + place.folder().root() + ".");
        }
        if (wipe) {
            if (Launcher.isHeld(place.folder())) {
                System.err.println("The data folder is still in use: not wiped.");
                return Marketplace.FAILED;
            }
            if (!FolderVersion.isOurs(place.folder())) {
                System.out.println(place.folder().root() + " is no platform's data folder: nothing to forget.");
                return 0;
            }
            place.folder().wipe();
            System.out.println("Forgot " + place.folder().root() + ".");
        }
        return 0;
    }

    private static boolean leaves(ProcessHandle launcher) throws InterruptedException, ExecutionException {
        var left = launcher.onExit();
        for (int waited = 0; waited < PATIENCE_SECONDS; waited += A_WORD_EVERY_SECONDS) {
            try {
                left.get(A_WORD_EVERY_SECONDS, TimeUnit.SECONDS);
                return true;
            } catch (TimeoutException busy) {
                System.out.println("  … still leaving: " + launcher.children().count());
            }
        }
        return false;
    }
}
