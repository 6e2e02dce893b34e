package marketplace.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The logs of all parts of a platform. */
final class Logs {
    /** As the services, Kafka and Elasticsearch say it, Quarkus, and Prometheus. */
    private static final Pattern ERROR = Pattern.compile("Z ERROR |\"level\":\"ERROR\"|level=error");

    /** As Java tells one on a line of its own. */
    private static final Pattern EXCEPTION = Pattern.compile("^[\\w.$]+(Exception|Error)\\b");

    private static final String EXPECTED = "expected-errors.txt";

    private final Path folder;

    Logs(Marketplace marketplace) {
        this.folder = marketplace.data().resolve("logs");
    }

    /**
     * The errors in them that are on no list: {@code expected-errors.txt} has those that are no fault of the platform's,
     * each with its reason.
     */
    List<String> unexpectedErrors() throws IOException {
        var expected = expected();
        var errors = new ArrayList<String>();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
            for (Path log : logs) {
                var part = log.getFileName().toString();
                errors(log).stream()
                        .map(error -> part + ": " + error)
                        .filter(error -> expected.stream()
                                .noneMatch(known -> known.matcher(error).find()))
                        .forEach(errors::add);
            }
        }
        return errors;
    }

    /** Each with the exception that is told below it, if there is one: often that alone says whether it was to be expected. */
    private static List<String> errors(Path log) throws IOException {
        var errors = new ArrayList<String>();
        try (Stream<String> lines = Files.lines(log)) {
            var toldAnError = false;
            for (String line : (Iterable<String>) lines::iterator) {
                var isAnError = ERROR.matcher(line).find();
                if (isAnError) {
                    errors.add(line);
                } else if (toldAnError && EXCEPTION.matcher(line).find()) {
                    errors.add(errors.remove(errors.size() - 1) + " " + line);
                }
                toldAnError = isAnError;
            }
        }
        return errors;
    }

    private static List<Pattern> expected() {
        var resource = Objects.requireNonNull(Logs.class.getResourceAsStream(EXPECTED), EXPECTED);
        try (var reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pattern::compile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
