package marketplace.hadoop.lake;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;

/** Whether every column that records need is in a table, and takes their values. */
final class Compatibility {
    private Compatibility() {}

    static void check(final String table, final Schema there, final Schema wanted) {
        check(table, "", there.asStruct(), wanted.asStruct());
    }

    private static void check(
            final String table, final String prefix, final Types.StructType there, final Types.StructType wanted) {
        for (final Types.NestedField field : wanted.fields()) {
            final Types.NestedField found = there.field(field.name());
            if (found == null || !takes(table, prefix + field.name(), found.type(), field.type())) {
                throw new IncompatibleSchemaException("The table " + table + " has the column " + prefix + field.name()
                        + " as " + (found == null ? "nothing" : found.type()) + ", which takes no " + field.type());
            }
        }
    }

    private static boolean takes(final String table, final String name, final Type there, final Type wanted) {
        if (there.isStructType() && wanted.isStructType()) {
            check(table, name + ".", there.asStructType(), wanted.asStructType());
            return true;
        }
        if (there.isListType() && wanted.isListType()) {
            return takes(
                    table,
                    name,
                    there.asListType().elementType(),
                    wanted.asListType().elementType());
        }
        if (there.isMapType() && wanted.isMapType()) {
            return takes(
                    table,
                    name,
                    there.asMapType().valueType(),
                    wanted.asMapType().valueType());
        }
        return there.isPrimitiveType()
                && wanted.isPrimitiveType()
                && TypeUtil.isPromotionAllowed(wanted, there.asPrimitiveType());
    }
}
