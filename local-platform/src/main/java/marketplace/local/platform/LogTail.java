package marketplace.local.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The end of a log. */
public final class LogTail {
    private static final int BYTES = 128 * 1024;
    private static final String FRAME = "\tat ";
    private static final String MORE_FRAMES = "\t... ";

    private LogTail() {}

    /** How much a program has written into its log so far: where the log of its next run begins. */
    static long size(Program program) {
        return program.log().toFile().length();
    }

    /**
     * The lines that tell best why a run of a program failed: from its last error on if it wrote one, else the end of
     * its log; then what it printed beside it. Where in the code it happened is left out, so that there is room for the
     * cause of the cause.
     *
     * @param begin how long the log was before that run
     */
    static List<String> of(Program program, long begin, int count) {
        var log = of(program.log(), begin, Integer.MAX_VALUE).stream()
                .filter(line -> !line.startsWith(FRAME) && !line.startsWith(MORE_FRAMES))
                .toList();
        int lastError = -1;
        for (int line = 0; line < log.size(); line++) {
            if (log.get(line).contains(" ERROR ")) {
                lastError = line;
            }
        }
        int from = lastError >= 0 ? lastError : Math.max(0, log.size() - count);
        var lines = new ArrayList<>(log.subList(from, Math.min(log.size(), from + count)));
        lines.addAll(of(program.output(), count));
        return lines;
    }

    /** The last lines of a file, at most; none if there is no such file. */
    public static List<String> of(Path file, int count) {
        return of(file, 0, count);
    }

    /** A file that is shorter than its beginning was turned over since: all of it counts. */
    private static List<String> of(Path file, long begin, int count) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            long length = access.length();
            long start = Math.max(length < begin ? 0 : begin, length - BYTES);
            var bytes = new byte[(int) (length - start)];
            access.seek(start);
            access.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of("(" + file + " cannot be read: " + unreadable.getMessage() + ")");
        }
    }
}
