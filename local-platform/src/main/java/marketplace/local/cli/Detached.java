package marketplace.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketplace.local.control.ControlClient;
import marketplace.local.layout.DataFolder;

/** Starts a launcher that goes on by itself, and shows what it says until everything is ready. */
final class Detached {
    private static final List<String> FREE_OF_THE_TERMINAL =
            List.of("/bin/sh", "-c", "nohup \"$0\" \"$@\" >\"$LAUNCHER_OUT\" 2>&1 </dev/null & echo $!");
    private static final int BETWEEN_LOOKS_MILLIS = 200;

    private final DataFolder folder;
    private final List<String> arguments;

    /** @param arguments of a start that stays in its foreground */
    Detached(DataFolder folder, List<String> arguments) {
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
    }

    int start() throws IOException, InterruptedException {
        var said = folder.output("launcher");
        Files.createDirectories(said.getParent());
        Files.deleteIfExists(said);
        var launcher = ProcessHandle.of(spawn(said));
        // Ctrl-C while it starts means: not at all.
        var onSignal = new Thread(() -> launcher.ifPresent(ProcessHandle::destroy), "signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        long position = 0;
        while (launcher.isPresent() && launcher.get().isAlive()) {
            position = show(said, position);
            if (isReady()) {
                Runtime.getRuntime().removeShutdownHook(onSignal);
                showTheRest(said, position);
                return 0;
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        show(said, position);
        return Marketplace.FAILED;
    }

    /** It is ready a moment before it has said so and where everything is. */
    private static void showTheRest(Path said, long from) throws IOException, InterruptedException {
        long position = from;
        long before;
        do {
            before = position;
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            position = show(said, before);
        } while (position > before);
    }

    private long spawn(Path said) throws IOException, InterruptedException {
        var command = new ArrayList<>(FREE_OF_THE_TERMINAL);
        command.addAll(LauncherProgram.command());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("LAUNCHER_OUT", said.toString());
        var shell = builder.start();
        var pid = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        shell.waitFor();
        return Long.parseLong(pid);
    }

    private boolean isReady() {
        try {
            var client = ControlClient.of(folder);
            if (client.isEmpty()) {
                return false;
            }
            // One that is leaving may answer nothing.
            var status = client.get().status();
            return status != null && status.readySeconds() != null;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long show(Path file, long from) throws IOException {
        if (!Files.exists(file) || Files.size(file) <= from) {
            return from;
        }
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            access.seek(from);
            var bytes = new byte[(int) (access.length() - from)];
            access.readFully(bytes);
            System.out.write(bytes);
            System.out.flush();
            return from + bytes.length;
        }
    }
}
