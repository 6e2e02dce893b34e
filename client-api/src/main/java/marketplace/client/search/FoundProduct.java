package marketplace.client.search;

import java.util.List;
import java.util.Map;

/**
 * A product that was found.
 *
 * @param product all of it, as the API names its fields
 * @param highlights by field, the pieces of text in which the words were found
 */
public record FoundProduct(
        String id, Map<String, Object> product, Map<String, List<String>> highlights, Position position) {}
