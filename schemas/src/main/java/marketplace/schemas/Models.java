package marketplace.schemas;

import org.apache.avro.Conversions;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;

/** How generic records stand in memory. What is answered is shared, and not to be changed. */
public final class Models {
    private static final GenericData PLAIN = new GenericData();
    private static final GenericData WITH_LOGICAL_TYPES = new GenericData();

    static {
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new Conversions.DecimalConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new Conversions.UUIDConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.DateConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        WITH_LOGICAL_TYPES.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
    }

    private Models() {}

    /** Decimals are bytes, times are numbers. */
    public static GenericData plain() {
        return PLAIN;
    }

    /** Decimals are {@code BigDecimal}, times are {@code java.time}; when writing, the plain forms do as well. */
    public static GenericData withLogicalTypes() {
        return WITH_LOGICAL_TYPES;
    }
}
