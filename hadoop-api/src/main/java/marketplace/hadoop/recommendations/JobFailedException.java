package marketplace.hadoop.recommendations;

/** The job failed; the message says why in one line. */
final class JobFailedException extends Exception {
    JobFailedException(final String message) {
        super(message);
    }
}
