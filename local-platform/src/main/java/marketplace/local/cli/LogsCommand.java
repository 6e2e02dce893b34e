package marketplace.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketplace.local.platform.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the log of a part.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final int BETWEEN_LOOKS_MILLIS = 300;

    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME", description = "The part, as `status` names it; or launcher.")
    private String name;

    @Option(names = "-f", description = "Goes on as the log grows, until Ctrl-C.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", defaultValue = "50", description = "How many lines. Default: 50.")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = place.folder().log(name);
        if (!name.matches("[a-z0-9-]+") || !Files.exists(log)) {
            System.err.println("There is no log of " + name + "; there are: " + known() + ".");
            return Marketplace.FAILED;
        }
        LogTail.of(place.folder().output(name), lines).forEach(System.out::println);
        long position = Files.size(log);
        LogTail.of(log, lines).forEach(System.out::println);
        while (follow) {
            position = more(log, position);
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return 0;
    }

    /** Prints what was added since; begins again when the log was turned over. */
    private static long more(Path log, long position) throws IOException {
        long size = Files.size(log);
        long from = size < position ? 0 : position;
        if (size > from) {
            try (var file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(from);
                var bytes = new byte[(int) Math.min(size - from, 1 << 20)];
                file.readFully(bytes);
                System.out.print(new String(bytes, StandardCharsets.UTF_8));
                System.out.flush();
                return from + bytes.length;
            }
        }
        return from;
    }

    private String known() throws IOException {
        var folder = place.folder().log("any").getParent();
        if (!Files.isDirectory(folder)) {
            return "none";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
