package marketplace.acceptance.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * A product of the simulated marketplace.
 *
 * @param price in roubles
 */
record SimulatedProduct(
        String id, String name, Shelf shelf, Shelf.Good good, String brand, String store, long price, long stock) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same with another price, as a shop publishes it anew. */
    SimulatedProduct at(final long newPrice) {
        return new SimulatedProduct(id, name, shelf, good, brand, store, newPrice, stock);
    }

    /** A line for shop-api. */
    String toJson() {
        final ObjectNode json = JSON.createObjectNode()
                .put("product_id", id)
                .put("name", name)
                .put("description", good.name() + " от «" + brand + "». Ищут как «" + good.searched() + "».")
                .put("category", shelf.category())
                .put("brand", brand)
                .put("sku", id.toUpperCase(Locale.ROOT))
                .put("store_id", store);
        json.putObject("price").put("amount", price).put("currency", "RUB");
        json.putObject("stock").put("available", stock).put("reserved", 0);
        json.putArray("tags").add(good.searched());
        return json.toString();
    }
}
