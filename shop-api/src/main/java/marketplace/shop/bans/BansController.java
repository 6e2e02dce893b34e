package marketplace.shop.bans;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import marketplace.service.http.Allowed;
import marketplace.service.http.Problem;
import marketplace.service.http.Role;
import marketplace.service.upload.TakesUpload;
import marketplace.service.upload.Texts;
import marketplace.service.upload.UploadSummary;
import marketplace.service.upload.Uploads;
import marketplace.shop.Ids;

/** Where moderators ban. */
@Controller("/ban_products")
@Tag(name = "bans")
final class BansController {
    private static final int PAGE = 1_000;

    private final Uploads uploads;
    private final BanTopic topic;
    private final BanList list;
    private final Clock clock;

    BansController(final Uploads uploads, final BanTopic topic, final BanList list, final Clock clock) {
        this.uploads = uploads;
        this.topic = topic;
        this.list = list;
        this.clock = clock;
    }

    @Post
    @TakesUpload
    @Allowed(Role.MODERATOR)
    @Operation(
            operationId = "set_ban_products",
            summary = "Bans products",
            description = "One by its id in the query, or many by a JSON array or NDJSON, not both. A product may be"
                    + " banned before it is published.",
            security = @SecurityRequirement(name = "api-key"))
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        array = @ArraySchema(schema = @Schema(implementation = BanForm.class)),
                        examples = {
                            @ExampleObject(name = "none", summary = "None: the id is in the address", value = "[]"),
                            @ExampleObject(
                                    name = "two",
                                    summary = "Two bans",
                                    value =
                                            "[{\"product_id\": \"3\", \"reason\": \"подделка\"}, {\"product_id\": \"4\"}]")
                        }),
                @Content(mediaType = Uploads.NDJSON, schema = @Schema(type = "string"))
            })
    CompletionStage<HttpResponse<?>> setBanProducts(
            final HttpRequest<?> request,
            @Nullable @QueryValue("product_id") @Parameter(description = "The product to ban") final String productId,
            @Nullable @QueryValue @Parameter(description = "Why, in the moderator's words") final String reason) {
        final BanReader reader = new BanReader(clock);
        if (Uploads.hasBody(request) && !(productId != null && isEmptyList(request))) {
            if (productId != null || reason != null) {
                throw Problem.field(
                        productId == null ? "reason" : "product_id",
                        "is in the address, and there is a body: send one");
            }
            return uploads.receive(request, reader, topic.bans());
        }
        if (productId == null) {
            throw Problem.field("product_id", "is missing, and there is no body");
        }
        Optional.ofNullable(reason).flatMap(Texts::faultOfEncoding).ifPresent(fault -> {
            throw Problem.field("reason", fault);
        });
        return uploads.receive(listOfOne(productId, reason), reader, topic.bans());
    }

    /** What the page of the documentation sends for who types an id there. */
    private static boolean isEmptyList(final HttpRequest<?> request) {
        final long length = request.getContentLength();
        return length >= 0 && length <= "[]".length();
    }

    @Delete
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(Role.MODERATOR)
    @Operation(
            operationId = "lift_ban_products",
            summary = "Lifts the ban of a product",
            description =
                    "The product comes back with its latest version. To lift a ban that is not there does nothing.",
            security = @SecurityRequirement(name = "api-key"))
    @ApiResponse(
            responseCode = "200",
            description = "The ban is lifted.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UploadSummary.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The product's id is missing or wrong.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Kafka does not answer.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    CompletionStage<HttpResponse<?>> liftBan(
            @Nullable
                    @QueryValue("product_id")
                    @Parameter(description = "The product of which the ban is lifted", required = true)
                    final String productId) {
        if (productId == null) {
            throw Problem.field("product_id", "is missing");
        }
        return uploads.receive(listOfOne(productId, null), fields -> Ids.read(fields, "product_id"), topic.lifts());
    }

    @Get
    @Operation(
            operationId = "get_ban_products",
            summary = "Lists the bans in force, by product id",
            description = "A thousand at a time: the next page begins after the last id of this one.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = BanPage.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Kafka does not answer.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    CompletionStage<BanPage> bans(
            @Nullable @QueryValue @Parameter(description = "List the ids that come after this one")
                    final String after) {
        return list.page(after == null ? "" : after, PAGE);
    }

    /** What came in the query, as if it had come in the body. */
    private static byte[] listOfOne(final String productId, final String reason) {
        final ObjectNode one = JsonNodeFactory.instance.objectNode().put("product_id", productId);
        if (reason != null) {
            one.put("reason", reason);
        }
        return JsonNodeFactory.instance.arrayNode().add(one).toString().getBytes(StandardCharsets.UTF_8);
    }
}
