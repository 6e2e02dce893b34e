package marketplace.client.behaviour;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import marketplace.events.ClientEvent;
import marketplace.events.ClientEventKind;
import marketplace.service.upload.Fields;
import marketplace.service.upload.ItemReader;

/** Reads what a client did, and holds it to what such an event must be. */
@Singleton
final class ClientEventReader implements ItemReader<ClientEvent> {
    private static final int LONGEST_ID = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final Map<String, ClientEventKind> KINDS = Map.of(
            "view", ClientEventKind.VIEW,
            "cart", ClientEventKind.CART,
            "purchase", ClientEventKind.PURCHASE);

    private final Clock clock;

    ClientEventReader(final Clock clock) {
        this.clock = clock;
    }

    @Override
    public ClientEvent read(final Fields fields) {
        final ClientEventKind kind = kind(fields);
        final String client = fields.text("client_id", LONGEST_ID);
        final String product = fields.text("product_id", LONGEST_ID);
        final Optional<String> query = id(fields, "query_id");
        final Optional<Instant> at = moment(fields);
        final Optional<String> id = id(fields, "event_id");
        return ClientEvent.newBuilder()
                .setEventId(id.orElseGet(() -> idOf(kind, client, product, query, at)))
                .setKind(kind)
                .setClientId(client)
                .setProductId(product)
                .setQueryId(query.orElse(null))
                .setAt(at.orElseGet(clock::instant))
                .build();
    }

    private static ClientEventKind kind(final Fields fields) {
        final String text = fields.text("kind", LONGEST_ID);
        final ClientEventKind kind = KINDS.getOrDefault(text.toLowerCase(Locale.ROOT), ClientEventKind.UNKNOWN);
        if (kind == ClientEventKind.UNKNOWN && !text.isBlank()) {
            fields.reject("kind", "must be view, cart or purchase");
        }
        return kind;
    }

    private static Optional<String> id(final Fields fields, final String name) {
        final Optional<String> id = fields.optionalText(name, LONGEST_ID);
        if (id.isPresent() && id.get().isBlank()) {
            fields.reject(name, "must not be blank");
        }
        return id;
    }

    private Optional<Instant> moment(final Fields fields) {
        final Optional<Instant> at = fields.instant("at");
        if (at.isPresent() && at.get().isBefore(EARLIEST)) {
            fields.reject("at", "must not be before the year 2000");
        } else if (at.isPresent() && at.get().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            fields.reject("at", "must not be in the future");
        }
        return at;
    }

    /**
     * The same event sent twice has one id, if it says when it was: nobody does the same with the same product twice at
     * a moment. Without that, two views may be two.
     */
    private static String idOf(
            final ClientEventKind kind,
            final String client,
            final String product,
            final Optional<String> query,
            final Optional<Instant> at) {
        if (at.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        // No control character passes in an id, so nothing else reads the same.
        final String all = String.join(
                "\u0000",
                client,
                product,
                kind.name(),
                query.orElse(""),
                Long.toString(at.get().toEpochMilli()));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
