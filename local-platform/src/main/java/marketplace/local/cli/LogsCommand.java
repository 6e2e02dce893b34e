package marketplace.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketplace.local.platform.LogTail;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Shows the log of a part, and before it what the part printed beside its log, if anything.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final int BETWEEN_LOOKS_MILLIS = 300;
    private static final int MOST_AT_ONCE = 1 << 20;

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
        var folder = place.folder();
        if (!name.matches("[a-z0-9-]+") || !Files.exists(folder.log(name))) {
            System.err.println("There is no log of " + name + "; there are: " + known() + ".");
            return Marketplace.FAILED;
        }
        var files = List.of(folder.output(name), folder.log(name));
        var positions = new long[files.size()];
        for (int file = 0; file < files.size(); file++) {
            positions[file] = size(files.get(file));
            LogTail.of(files.get(file), Math.max(0, lines)).forEach(System.out::println);
        }
        while (follow) {
            for (int file = 0; file < files.size(); file++) {
                positions[file] = more(files.get(file), positions[file]);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return 0;
    }

    /** Prints what was added since; begins again when the log was turned over. */
    private static long more(Path log, long position) throws IOException {
        long size = size(log);
        long from = size < position ? 0 : position;
        if (size == from) {
            return from;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.min(size - from, MOST_AT_ONCE)];
            file.readFully(bytes);
            System.out.print(new String(bytes, StandardCharsets.UTF_8));
            System.out.flush();
            return from + bytes.length;
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
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
