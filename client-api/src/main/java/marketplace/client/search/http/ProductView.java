package marketplace.client.search.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A product as it is answered, for the documentation: the answer has what stands in the index. */
@Schema(name = "Product", description = "A product, as its shop published it.")
record ProductView(
        @Schema(example = "3") String productId,
        @Schema(example = "Механическая клавиатура") String name,
        String description,
        PriceView price,
        @Schema(example = "Компьютеры") String category,
        String brand,
        StockView stock,
        String sku,
        List<String> tags,
        List<ImageView> images,
        Map<String, String> specifications,
        Instant createdAt,
        Instant updatedAt,
        @Schema(nullable = true) String index,
        @Schema(example = "store-1") String storeId) {

    /** An amount of money. */
    @Schema(name = "Price")
    record PriceView(
            @Schema(example = "6790") BigDecimal amount,

            @Schema(description = "ISO 4217", example = "RUB")
            String currency) {}

    /** Counts of items. */
    @Schema(name = "Stock")
    record StockView(long available, long reserved) {}

    /** A picture. */
    @Schema(name = "Image")
    record ImageView(String url, String alt) {}
}
