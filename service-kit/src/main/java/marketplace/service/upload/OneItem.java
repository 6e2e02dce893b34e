package marketplace.service.upload;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import marketplace.service.http.FieldError;

/**
 * What became of the bytes of an item: the item, or what is wrong with it.
 *
 * @param item what was read; not to be used if there are errors
 */
public record OneItem<T>(T item, List<FieldError> errors) {
    /** Reads one item. */
    public static <T> OneItem<T> from(final byte[] json, final ItemReader<T> reader) {
        return from(json, 0, json.length, reader);
    }

    static <T> OneItem<T> from(final byte[] json, final int offset, final int length, final ItemReader<T> reader) {
        final JsonNode node;
        try {
            node = ItemJson.read(json, offset, length);
        } catch (ItemJson.NotJsonException e) {
            return new OneItem<>(null, List.of(new FieldError("", "is not JSON: " + e.getMessage())));
        }
        final Fields fields = Fields.of(node);
        if (!fields.areSound()) {
            return new OneItem<>(null, fields.errors());
        }
        final T item = reader.read(fields);
        fields.rejectUnknown();
        return new OneItem<>(item, fields.errors());
    }

    boolean isSound() {
        return errors.isEmpty();
    }
}
