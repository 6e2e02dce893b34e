package marketplace.shop.bans;

import java.time.Clock;
import marketplace.events.ProductBan;
import marketplace.service.upload.Fields;
import marketplace.service.upload.ItemReader;
import marketplace.shop.Ids;

/** Reads a ban as a moderator sends it. */
final class BanReader implements ItemReader<ProductBan> {
    private final Clock clock;

    BanReader(final Clock clock) {
        this.clock = clock;
    }

    @Override
    public ProductBan read(final Fields fields) {
        return ProductBan.newBuilder()
                .setProductId(Ids.read(fields, "product_id"))
                .setReason(fields.optionalLines("reason", 2_000).orElse(null))
                .setBannedAt(clock.instant())
                .build();
    }
}
