package marketplace.client.recommendations.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import marketplace.client.http.Parameters;
import marketplace.client.recommendations.Recommender;
import marketplace.service.http.Problem;

/** What to show a client next. */
@Controller("/recommendations")
@Tag(name = "recommendations")
final class RecommendationsController {
    private static final int LONGEST_ID = 100;
    private static final int USUAL_LIMIT = 10;
    private static final int MOST = 100;

    private final Recommender recommender;
    private final Counter personal;
    private final Counter trending;

    RecommendationsController(final Recommender recommender, final MeterRegistry meters) {
        this.recommender = recommender;
        personal = served(meters, "personal");
        trending = served(meters, "trending");
    }

    private static Counter served(final MeterRegistry meters, final String kind) {
        return Counter.builder("marketplace.recommendations.served")
                .description("Lists that were shown, by whether they were found for that client")
                .tag("kind", kind)
                .register(meters);
    }

    @Get
    @Operation(
            operationId = "get_recommendations",
            summary = "What to show a client next",
            description = "The best first, each with the reason. Somebody of whom nothing is known is shown what is"
                    + " trending. A product that was banned since it was recommended is left out.")
    @ApiResponse(
            responseCode = "200",
            description = "The products; none before the first run.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecommendationsView.class)))
    @ApiResponse(
            responseCode = "422",
            description = "A parameter is missing or wrong.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "503",
            description = "Recommendations cannot be looked up now.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    CompletionStage<RecommendationsView> recommend(
            @Nullable
                    @QueryValue("client_id")
                    @Parameter(
                            description = "Who is to be shown something.",
                            required = true,
                            schema = @Schema(type = "string", maxLength = LONGEST_ID))
                    final String clientId,
            @Nullable
                    @QueryValue("limit")
                    @Parameter(
                            description = "How many products at most.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
                    final String limit) {
        final String client = Parameters.text("client_id", clientId, LONGEST_ID)
                .orElseThrow(() -> Problem.field("client_id", "is missing"));
        return recommender
                .recommend(client, Parameters.limit("limit", limit, USUAL_LIMIT, MOST))
                .thenApply(list -> {
                    (list.isPersonal() ? personal : trending).increment();
                    return RecommendationsView.of(client, list);
                });
    }
}
