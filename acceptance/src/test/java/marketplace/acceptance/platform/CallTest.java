package marketplace.acceptance.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallTest {
    private final Requests requests = requests(Keys.none());

    @Test
    void a_search_is_typed_with_its_letters_and_sent_encoded() {
        final Call call = requests.search("клавиатура", "anna");

        assertThat(call.curl())
                .isEqualTo("curl -s 'http://client/product_info?product_name=клавиатура&client_id=anna'");
        assertThat(call.request().uri().getRawQuery())
                .startsWith("product_name=%D0%BA")
                .endsWith("&client_id=anna");
    }

    @Test
    void what_would_end_the_address_or_the_quotes_is_encoded() {
        assertThat(requests.search("o'neill & sons", "anna").curl()).contains("product_name=o%27neill+%26+sons&");
    }

    @Test
    void a_body_goes_with_its_type() {
        final Call call = requests.publish(List.of("{\"name\":\"It's\"}"));

        assertThat(call.curl())
                .isEqualTo("curl -s -X POST http://shop/products -H 'Content-Type: application/x-ndjson'"
                        + " --data-binary '{\"name\":\"It'\\''s\"}'");
        assertThat(call.request().headers().firstValue("Content-Type")).contains("application/x-ndjson");
    }

    @Test
    void a_key_goes_with_what_needs_one_and_is_not_shown() {
        final Requests known = requests(new Keys(Optional.of("s3cret"), Optional.empty(), Optional.empty()));

        assertThat(known.publishSamples().request().headers().firstValue("Authorization"))
                .contains("Bearer s3cret");
        assertThat(known.publishSamples().curl()).doesNotContain("s3cret");
        assertThat(known.search("lamp", "anna").request().headers().map()).doesNotContainKey("Authorization");
    }

    @Test
    void a_request_without_a_body_is_short() {
        assertThat(requests.publishSamples().curl()).isEqualTo("curl -s -X POST http://shop/products");
        assertThat(requests.liftBan("3").curl()).isEqualTo("curl -s -X DELETE 'http://shop/ban_products?product_id=3'");
    }

    private static Requests requests(final Keys keys) {
        return new Requests(
                "http://shop",
                "http://client",
                "http://lake",
                "http://elastic",
                "http://registry",
                "http://hdfs",
                keys);
    }
}
