package marketplace.hadoop.lake;

import java.util.Locale;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** The columns that every table has beside those of its records' schema. They are part of the contract with readers. */
@SuppressWarnings("ImmutableEnumChecker") // Iceberg's types never change.
enum RecordColumn {
    EVENT_AT(Types.TimestampType.withZone(), "When it happened; what the table is partitioned by, in days."),
    KAFKA_KEY(Types.StringType.get(), "The key of the record."),
    KAFKA_PARTITION(Types.IntegerType.get(), "The partition that it stood on."),
    KAFKA_OFFSET(Types.LongType.get(), "Its offset there. With the partition it identifies the row."),
    KAFKA_TIMESTAMP(Types.TimestampType.withZone(), "The time of the record."),
    KAFKA_TOMBSTONE(Types.BooleanType.get(), "True if the record says that what the key names is gone.");

    private final Type type;
    private final String about;

    RecordColumn(final Type type, final String about) {
        this.type = type;
        this.about = about;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Type type() {
        return type;
    }

    String about() {
        return about;
    }

    boolean isRequired() {
        return this == KAFKA_TOMBSTONE;
    }
}
