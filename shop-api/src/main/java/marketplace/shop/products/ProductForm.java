package marketplace.shop.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a shop sends, for the documentation: {@link ProductReader} reads it. */
@Schema(name = "Product", description = "A product as a shop publishes it.")
record ProductForm(
        @Schema(description = "Identifies the product on the whole marketplace.", example = "3", maxLength = 100)
        String productId,

        @Schema(description = "What clients see and search for.", maxLength = 500)
        String name,

        @Schema(description = "The shop's own words.", maxLength = 20_000, nullable = true)
        String description,

        PriceForm price,

        @Schema(description = "The shelf it stands on.", maxLength = 200)
        String category,

        @Schema(description = "Who makes it.", maxLength = 200)
        String brand,

        StockForm stock,

        @Schema(description = "The shop's own article number.", maxLength = 100)
        String sku,

        @Schema(description = "Free words that help to find it.", nullable = true)
        List<String> tags,

        @Schema(description = "Pictures, the main one first.", nullable = true)
        List<ImageForm> images,

        @Schema(description = "Properties by name.", nullable = true)
        Map<String, String> specifications,

        @Schema(description = "When the shop created it; else `updated_at`, else now.", nullable = true)
        Instant createdAt,

        @Schema(
                description =
                        "When the shop changed it last, not before `created_at`; else now, or `created_at` if that"
                                + " is later.",
                nullable = true)
        Instant updatedAt,

        @Schema(description = "The search index that the shop asks for.", nullable = true)
        String index,

        @Schema(description = "The shop that sells it.", example = "store-1")
        String storeId) {

    /** An amount of money. */
    @Schema(name = "Price")
    record PriceForm(
            @Schema(description = "Exact, at most 4 digits after the point.", example = "6790.00")
            BigDecimal amount,

            @Schema(description = "ISO 4217", example = "RUB")
            String currency) {}

    /** Counts of items. */
    @Schema(name = "Stock")
    record StockForm(
            @Schema(example = "42") long available,
            @Schema(example = "3") long reserved) {}

    /** A picture. */
    @Schema(name = "Image")
    record ImageForm(
            @Schema(example = "https://shop.example/images/keyboard.jpg")
            String url,

            String alt) {}
}
