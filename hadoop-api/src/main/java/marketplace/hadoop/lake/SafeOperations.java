package marketplace.hadoop.lake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/**
 * Commits that never take an unknown outcome for a failed one.
 *
 * <p>In a catalogue of files a commit is one rename. When its answer is lost, nobody knows whether it happened, and
 * Iceberg would clean up after a failure: it would delete what a committed version refers to. So it is told that the
 * state is unknown; whoever commits looks at the table again.
 *
 * <p>Old versions of a table are deleted after days. A writer that slept as long could take the place of one of them and
 * bring the table back to then, so nothing is committed upon a version that was read too long ago.
 */
final class SafeOperations implements TableOperations {
    static final Duration FRESH = Duration.ofHours(1);

    private final TableOperations operations;
    private final Clock clock;
    private Instant read = Instant.MIN;

    SafeOperations(final TableOperations operations, final Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public void commit(final TableMetadata base, final TableMetadata metadata) {
        if (base != null && read.plus(FRESH).isBefore(clock.instant())) {
            throw new CommitFailedException("What is to be committed is based on a version that was read at %s", read);
        }
        try {
            operations.commit(base, metadata);
        } catch (final CommitFailedException e) {
            if (e.getCause() instanceof IOException) {
                throw new CommitStateUnknownException(e);
            }
            throw e;
        }
    }

    @Override
    public TableMetadata current() {
        if (read.equals(Instant.MIN)) {
            read = clock.instant();
        }
        return operations.current();
    }

    @Override
    public TableMetadata refresh() {
        read = clock.instant();
        return operations.refresh();
    }

    @Override
    public FileIO io() {
        return operations.io();
    }

    @Override
    public EncryptionManager encryption() {
        return operations.encryption();
    }

    @Override
    public String metadataFileLocation(final String file) {
        return operations.metadataFileLocation(file);
    }

    @Override
    public LocationProvider locationProvider() {
        return operations.locationProvider();
    }

    @Override
    public TableOperations temp(final TableMetadata uncommitted) {
        return operations.temp(uncommitted);
    }

    @Override
    public long newSnapshotId() {
        return operations.newSnapshotId();
    }
}
