package marketplace.acceptance.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AssortmentTest {
    @Test
    void the_same_seed_fills_the_same_shelves() {
        assertThat(new Assortment(4, 300).all())
                .isEqualTo(new Assortment(4, 300).all())
                .hasSize(300)
                .doesNotHaveDuplicates();
    }

    @Test
    void every_shelf_has_its_share() {
        final Assortment assortment = new Assortment(4, 400);

        assertThat(assortment.shelves()).isEqualTo(Shelf.ALL.size());
        for (int shelf = 0; shelf < assortment.shelves(); shelf++) {
            final Shelf expected = Shelf.ALL.get(shelf);
            assertThat(assortment.onShelf(shelf)).hasSize(50).allSatisfy(product -> {
                assertThat(product.shelf()).isEqualTo(expected);
                assertThat(product.price()).isBetween((long) expected.lowestPrice(), 20L * expected.lowestPrice());
            });
        }
    }

    @Test
    void a_few_products_leave_shelves_empty_that_nobody_goes_to() {
        final Assortment assortment = new Assortment(1, 3);

        assertThat(assortment.shelves()).isEqualTo(3);
        final Traffic traffic = new Traffic(1, assortment, 1);
        for (int deed = 0; deed < 1_000; deed++) {
            assertThat(traffic.next()).isNotNull();
        }
    }

    @Test
    void a_product_is_a_line_that_shop_api_takes() throws Exception {
        final SimulatedProduct product = new Assortment(9, 1).all().get(0);

        assertThat(product.toJson()).doesNotContain("\n");
        final JsonNode json = new ObjectMapper().readTree(product.at(250).toJson());
        assertThat(json.path("product_id").asText()).isEqualTo("sim-9-p0");
        assertThat(json.at("/price/amount").asLong()).isEqualTo(250);
        assertThat(json.at("/price/currency").asText()).isEqualTo("RUB");
    }
}
