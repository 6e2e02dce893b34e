package marketplace.schemas;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Confluent's wire format: a magic byte, the id of the schema in four bytes, then Avro's binary encoding. */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int PREFIX = 5;

    private static final VarHandle ID = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private WireFormat() {}

    static void putPrefix(final byte[] record, final int schemaId) {
        record[0] = MAGIC;
        ID.set(record, 1, schemaId);
    }

    static int schemaId(final byte[] record) {
        return (int) ID.get(record, 1);
    }
}
