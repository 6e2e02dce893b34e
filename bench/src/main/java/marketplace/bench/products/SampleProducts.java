package marketplace.bench.products;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import marketplace.events.Image;
import marketplace.events.Price;
import marketplace.events.Product;
import marketplace.events.Stock;

/**
 * Products as shops have them, about a kilobyte of JSON each, the same at every run. There are a thousand different ones;
 * those with higher numbers say the same under ids of their own.
 */
public final class SampleProducts {
    /** What every id begins with that a benchmark makes. */
    public static final String PREFIX = "bench-";

    private static final int ID =
            Product.getClassSchema().getField("product_id").pos();
    private static final int UPDATED =
            Product.getClassSchema().getField("updated_at").pos();
    private static final int DIFFERENT = 1_000;
    private static final long SEED = 20_260_301;
    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    private final List<Product> models = new ArrayList<>(DIFFERENT);

    public SampleProducts() {
        final Random random = new Random(SEED);
        for (int i = 0; i < DIFFERENT; i++) {
            models.add(model(random, i));
        }
    }

    /** Gives all products another time of their last change, by which versions of the same product are told apart. */
    public void setUpdatedAt(final Instant moment) {
        models.forEach(product -> product.put(UPDATED, moment.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The id of a product. */
    public static String id(final long number) {
        return PREFIX + number;
    }

    /** The number of a product of ours; nothing for the id of any other. */
    public static OptionalInt number(final String id) {
        if (id == null || !id.matches(PREFIX + "[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(id, PREFIX.length(), id.length(), 10));
    }

    /**
     * A product. The object is good until one a thousand numbers on is asked for: a hundred thousand would not all fit
     * into memory beside what is measured.
     */
    public Product product(final long number) {
        final Product product = models.get((int) (number % DIFFERENT));
        product.put(ID, id(number));
        return product;
    }

    private static Product model(final Random random, final int number) {
        final String thing = one(Words.THINGS, random);
        final String brand = one(Words.BRANDS, random);
        final List<String> tags = List.of(thing, one(Words.QUALITIES, random), one(Words.QUALITIES, random));
        final Map<String, String> specifications = new LinkedHashMap<>();
        specifications.put("вес", random.nextInt(2_000) + " г");
        specifications.put("гарантия", 6 + random.nextInt(30) + " месяцев");
        specifications.put("цвет", one(Words.COLOURS, random));
        return Product.newBuilder()
                .setProductId(id(number))
                .setName(thing + " " + brand + " " + one(Words.QUALITIES, random) + " " + random.nextInt(10_000))
                .setDescription(description(random))
                .setPrice(new Price(
                        BigDecimal.valueOf(random.nextInt(10_000_000), 2).setScale(4), "RUB"))
                .setCategory(one(Words.SHELVES, random))
                .setBrand(brand)
                .setStock(new Stock((long) random.nextInt(1_000), (long) random.nextInt(10)))
                .setSku("SKU-" + number)
                .setTags(tags)
                .setImages(
                        List.of(new Image("https://shop.example/images/" + number + ".jpg", thing + ", вид спереди")))
                .setSpecifications(specifications)
                .setCreatedAt(NOON)
                .setUpdatedAt(NOON.plusSeconds(random.nextInt(1_000_000)))
                .setIndex("products")
                .setStoreId("store-" + random.nextInt(50))
                .build();
    }

    private static String description(final Random random) {
        final StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < 3; sentence++) {
            text.append("Это ").append(one(Words.QUALITIES, random));
            for (int word = 0; word < 4; word++) {
                text.append(' ').append(one(Words.ANY, random));
            }
            text.append(" для тех, кому нужен ")
                    .append(one(Words.QUALITIES, random))
                    .append(" товар. ");
        }
        return text.toString().strip();
    }

    private static String one(final List<String> words, final Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
