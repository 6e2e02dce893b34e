package marketplace.recommendations;

import org.apache.spark.SparkException;

/** What went wrong, in one line. */
final class Cause {
    private static final int LONGEST = 500;

    private Cause() {}

    /** The innermost reason, since Spark wraps what a task says in what the task was part of. */
    static String of(final Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof SparkException || cause.getMessage() == null)) {
            cause = cause.getCause();
        }
        final String message =
                cause.getMessage() == null ? "" : cause.getMessage().strip();
        final String line = message.lines().findFirst().orElse("");
        final String sentence = line.isEmpty() ? cause.getClass().getSimpleName() : line;
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
    }
}
