package marketplace.shop.bans;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import marketplace.events.ProductBan;
import marketplace.schemas.Decoded;
import marketplace.schemas.Topics;
import marketplace.service.http.Problem;
import marketplace.service.kafka.KafkaClients;
import marketplace.service.kafka.TopicReplay;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The bans in force, as their topic has them. A request sees everything that was acknowledged before it came. */
@Context
final class BanList {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConcurrentNavigableMap<String, Ban> bans = new ConcurrentSkipListMap<>();
    private final TopicReplay<ProductBan> replay;

    BanList(final KafkaClients clients) {
        replay = TopicReplay.start(clients, "shop-api-ban-list", Topics.BAN_PRODUCTS, this::apply);
    }

    /** The bans of ids after one, in their order. */
    CompletionStage<BanPage> page(final String after, final int size) {
        return replay.catchUp(PATIENCE).handle((caughtUp, late) -> {
            if (late != null) {
                throw Problem.unavailable("The bans cannot be read from Kafka now.");
            }
            return pageNow(after, size);
        });
    }

    private BanPage pageNow(final String after, final int size) {
        final List<Ban> page = new ArrayList<>();
        for (final Ban ban : bans.tailMap(after, false).values()) {
            if (page.size() == size) {
                return new BanPage(bans.size(), page, page.get(size - 1).productId());
            }
            page.add(ban);
        }
        return new BanPage(bans.size(), page, null);
    }

    private void apply(final ConsumerRecord<String, Decoded<ProductBan>> record) {
        if (record.value() == null) {
            bans.remove(record.key());
        } else if (record.value() instanceof Decoded.Value<ProductBan> ban) {
            bans.put(
                    record.key(),
                    new Ban(record.key(), ban.value().getReason(), ban.value().getBannedAt()));
        }
        // What cannot be read bans nothing; the consumer that filters puts it aside and says so.
    }

    @PreDestroy
    void close() {
        replay.close();
    }
}
