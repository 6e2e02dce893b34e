package marketplace.shop.bans;

import java.time.Clock;
import marketplace.events.ProductBan;
import marketplace.service.upload.Fields;
import marketplace.service.upload.ItemReader;

/** Reads a ban as a moderator sends it. */
final class BanReader implements ItemReader<ProductBan> {
    private final Clock clock;

    BanReader(final Clock clock) {
        this.clock = clock;
    }

    @Override
    public ProductBan read(final Fields fields) {
        return ProductBan.newBuilder()
                .setProductId(fields.text("product_id", 100))
                .setReason(fields.optionalText("reason", 2_000).orElse(null))
                .setBannedAt(clock.instant())
                .build();
    }
}
