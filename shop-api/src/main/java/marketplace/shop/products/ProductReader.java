package marketplace.shop.products;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import marketplace.events.Image;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;
import marketplace.service.upload.Fields;
import marketplace.service.upload.ItemReader;
import marketplace.shop.Ids;

/** Reads a product as a shop sends it, and holds it to what a product must be. */
final class ProductReader implements ItemReader<Product> {
    private static final int INTEGER_DIGITS = 15;
    private static final int FRACTION_DIGITS = 4;
    private static final long MOST_ITEMS = 1_000_000_000_000L;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final Clock clock;
    private final Optional<String> onlyStore;

    /**
     * Reads for one caller.
     *
     * @param onlyStore the only store that the caller may write to, if it is held to one
     */
    ProductReader(final Clock clock, final Optional<String> onlyStore) {
        this.clock = clock;
        this.onlyStore = onlyStore;
    }

    @Override
    public Product read(final Fields fields) {
        final Instant now = clock.instant();
        final Optional<Instant> created = moment(fields, "created_at", now);
        final Optional<Instant> updated = moment(fields, "updated_at", now);
        if (created.isPresent() && updated.isPresent() && updated.get().isBefore(created.get())) {
            fields.reject("updated_at", "must not be before created_at");
        }
        final Product.Builder product = Product.newBuilder()
                .setProductId(Ids.read(fields, "product_id"))
                .setName(fields.text("name", 500))
                .setDescription(fields.optionalLines("description", 20_000).orElse(""))
                .setPrice(fields.object("price", ProductReader::price))
                .setCategory(fields.text("category", 200))
                .setBrand(fields.text("brand", 200))
                .setStock(fields.object("stock", ProductReader::stock))
                .setSku(fields.text("sku", 100))
                .setTags(fields.texts("tags", 100, 100))
                .setImages(fields.objects("images", 50, ProductReader::image))
                .setSpecifications(fields.textsByName("specifications", 200, 1_000))
                .setCreatedAt(created.or(() -> updated).orElse(now))
                // A shop's clock may be ahead of this one: what it created it cannot have changed before.
                .setUpdatedAt(updated.orElseGet(() -> later(created.orElse(now), now)))
                .setIndex(fields.optionalText("index", 100).orElse(null))
                .setStoreId(store(fields));
        return product.build();
    }

    private static Instant later(final Instant one, final Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String store(final Fields fields) {
        final String store = Ids.read(fields, "store_id");
        if (onlyStore.isPresent() && !onlyStore.get().equals(store)) {
            fields.reject("store_id", "must be " + onlyStore.get() + ", the store of this API key");
        }
        return store;
    }

    private static Price price(final Fields fields) {
        final BigDecimal amount = fields.decimal("amount", INTEGER_DIGITS, FRACTION_DIGITS);
        if (amount.signum() < 0) {
            fields.reject("amount", "must not be negative");
        }
        final String currency = fields.text("currency", 10);
        if (!currency.isBlank() && !CURRENCIES.contains(currency)) {
            fields.reject("currency", "must be a currency code of ISO 4217, such as RUB");
        }
        return new Price(amount, currency);
    }

    private static Stock stock(final Fields fields) {
        return new Stock(fields.integer("available", 0, MOST_ITEMS), fields.integer("reserved", 0, MOST_ITEMS));
    }

    private static Image image(final Fields fields) {
        final String url = fields.text("url", 2_000);
        if (!url.isBlank() && !isWebAddress(url)) {
            fields.reject("url", "must be an http or https address");
        }
        return new Image(url, fields.optionalText("alt", 500).orElse(""));
    }

    private static boolean isWebAddress(final String text) {
        try {
            final URI uri = new URI(text);
            final String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<Instant> moment(final Fields fields, final String name, final Instant now) {
        final Optional<Instant> moment = fields.instant(name);
        if (moment.isPresent() && moment.get().isBefore(EARLIEST)) {
            fields.reject(name, "must not be before the year 2000");
        } else if (moment.isPresent() && moment.get().isAfter(now.plus(CLOCKS_DIFFER))) {
            fields.reject(name, "must not be in the future");
        }
        return moment;
    }
}
