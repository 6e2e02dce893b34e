package marketplace.shop.bans;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a moderator sends to ban many, for the documentation: {@link BanReader} reads it. */
@Schema(name = "BanRequest", description = "A product to ban.")
record BanForm(
        @Schema(example = "3") String productId,
        @Schema(example = "подделка", nullable = true) String reason) {}
