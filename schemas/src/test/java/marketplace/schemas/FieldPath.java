package marketplace.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Says which field a place in a schema is: Avro's compatibility check names it by index, as in /fields/3/type. */
final class FieldPath {
    private FieldPath() {}

    static String of(final Schema root, final String location) {
        final List<String> path = new ArrayList<>(List.of(root.getName()));
        Schema at = root;
        final String[] steps = location.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            if ("fields".equals(steps[i]) && i + 1 < steps.length && at.getType() == Schema.Type.RECORD) {
                final Schema.Field field = at.getFields().get(Integer.parseInt(steps[++i]));
                path.add(field.name());
                at = field.schema();
            } else if ("items".equals(steps[i])) {
                at = at.getElementType();
            } else if ("values".equals(steps[i])) {
                at = at.getValueType();
            } else if (at.getType() == Schema.Type.UNION && steps[i].matches("\\d+")) {
                at = at.getTypes().get(Integer.parseInt(steps[i]));
            }
        }
        return String.join(".", path);
    }
}
