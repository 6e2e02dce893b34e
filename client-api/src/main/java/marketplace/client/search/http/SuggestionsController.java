package marketplace.client.search.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import marketplace.client.http.Parameters;
import marketplace.client.search.ProductIndex;
import marketplace.client.search.Suggestion;
import marketplace.service.http.Problem;

/** What somebody may be about to type. */
@Controller("/suggest")
@Tag(name = "search")
final class SuggestionsController {
    private static final int LONGEST = 100;
    private static final int MOST = 10;

    private final ProductIndex index;

    SuggestionsController(final ProductIndex index) {
        this.index = index;
    }

    @Get
    @Operation(
            operationId = "get_suggestions",
            summary = "Completes what is being typed",
            description = "Brands, categories and names of products with words that begin so, ten at most, none twice.")
    @ApiResponse(
            responseCode = "200",
            description = "The likeliest first.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Suggestions.class)))
    @ApiResponse(
            responseCode = "422",
            description = "The prefix is missing or wrong.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "The search does not answer now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    CompletionStage<Suggestions> suggest(
            @Nullable
                    @QueryValue("prefix")
                    @Parameter(
                            description = "What has been typed so far.",
                            required = true,
                            example = "клав",
                            schema = @Schema(type = "string", maxLength = LONGEST))
                    final String prefix) {
        return index.suggest(Parameters.words("prefix", prefix, LONGEST), MOST).thenApply(Suggestions::of);
    }

    /** What is answered. */
    @Serdeable
    @Schema(name = "Suggestions", description = "What somebody may be about to type.")
    record Suggestions(List<Entry> suggestions) {
        static Suggestions of(final List<Suggestion> found) {
            return new Suggestions(found.stream()
                    .map(one -> new Entry(one.text(), one.kind().name().toLowerCase(Locale.ROOT)))
                    .toList());
        }

        /** One of them. */
        @Serdeable
        @Schema(name = "Suggestion")
        record Entry(
                @Schema(example = "Клавиатуры") String text,

                @Schema(
                        description = "What it is the name of.",
                        type = "string",
                        allowableValues = {"product", "brand", "category"})
                String kind) {}
    }
}
