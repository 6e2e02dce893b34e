package marketplace.shop.products;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import marketplace.service.http.Allowed;
import marketplace.service.http.Caller;
import marketplace.service.http.Role;
import marketplace.service.upload.TakesUpload;
import marketplace.service.upload.Uploads;

/** Where shops publish. */
@Controller("/products")
@Tag(name = "products")
final class ProductsController {
    private static final byte[] SAMPLES = SampleCatalogue.JSON.getBytes(StandardCharsets.UTF_8);

    private final Uploads uploads;
    private final ProductTopic topic;
    private final Clock clock;

    ProductsController(final Uploads uploads, final ProductTopic topic, final Clock clock) {
        this.uploads = uploads;
        this.topic = topic;
        this.clock = clock;
    }

    @Post
    @TakesUpload
    @Allowed(Role.SHOP)
    @Operation(
            operationId = "set_products",
            summary = "Publishes products",
            description = "A JSON array, one product, or NDJSON of any length; gzip is understood. Without a body it"
                    + " publishes five sample products. A bad product does not hold up its neighbours. The answer comes"
                    + " when every accepted product is on a quorum of brokers. An id belongs to the shop that published"
                    + " it first; what another shop publishes under it is accepted and never found.",
            security = @SecurityRequirement(name = "api-key"))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        array = @ArraySchema(schema = @Schema(implementation = ProductForm.class)),
                        examples = @ExampleObject(name = "samples", value = SampleCatalogue.JSON)),
                @Content(mediaType = Uploads.NDJSON, schema = @Schema(type = "string"))
            })
    CompletionStage<HttpResponse<?>> setProducts(final HttpRequest<?> request) {
        final ProductReader reader = new ProductReader(clock, Caller.storeOf(request));
        return hasProducts(request) ? uploads.receive(request, reader, topic) : uploads.receive(SAMPLES, reader, topic);
    }

    /** Who says of what kind the products are means to send some: an export that came out empty publishes nothing. */
    private static boolean hasProducts(final HttpRequest<?> request) {
        return Uploads.hasBody(request) || request.getContentType().isPresent();
    }
}
