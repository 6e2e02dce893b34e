package marketplace.hadoop.lake;

import org.apache.iceberg.exceptions.ValidationException;

/** Somebody else has carried these partitions on in the meantime: what was written is theirs already. Nothing is committed. */
public final class StaleWriterException extends ValidationException {
    private static final long serialVersionUID = 1L;

    StaleWriterException(final String table, final String expected, final String found) {
        super("%s stands at %s, and not at %s any more", table, found, expected);
    }
}
