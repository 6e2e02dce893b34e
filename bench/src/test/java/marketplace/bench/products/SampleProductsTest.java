package marketplace.bench.products;

import static org.assertj.core.api.Assertions.assertThat;

import marketplace.events.Product;
import marketplace.schemas.json.AvroJson;
import org.junit.jupiter.api.Test;

class SampleProductsTest {
    private final SampleProducts samples = new SampleProducts();

    @Test
    void a_product_is_about_a_kilobyte_of_json() {
        assertThat(AvroJson.toBytes(samples.product(17)).length).isBetween(800, 1_600);
    }

    @Test
    void every_run_has_the_same_products() {
        assertThat(AvroJson.toJson(new SampleProducts().product(42))).isEqualTo(AvroJson.toJson(samples.product(42)));
    }

    @Test
    void products_a_thousand_numbers_apart_say_the_same_under_their_own_ids() {
        final String name = samples.product(5).getName();
        final Product later = samples.product(1_005);

        assertThat(later.getName()).isEqualTo(name);
        assertThat(later.getProductId()).isEqualTo("bench-1005");
    }

    @Test
    void a_number_is_found_again_in_its_id_and_in_no_other() {
        assertThat(SampleProducts.number(SampleProducts.id(99_999))).hasValue(99_999);
        assertThat(SampleProducts.number("99999")).isEmpty();
        assertThat(SampleProducts.number("bench-copy")).isEmpty();
        assertThat(SampleProducts.number(null)).isEmpty();
    }
}
