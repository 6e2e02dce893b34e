package marketplace.hadoop.recommendations;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import marketplace.service.http.Allowed;
import marketplace.service.http.Problem;
import marketplace.service.http.Role;

/** Where recommendations are asked for. */
@Controller("/recommendations")
@Tag(name = "recommendations")
final class RecommendationsController {
    private final JobRuns runs;
    private final Duration longestWait;

    RecommendationsController(final JobRuns runs, final JobSettings settings) {
        this.runs = runs;
        this.longestWait = settings.longestWait();
    }

    @Post
    @Consumes(MediaType.ALL)
    @Allowed(Role.ANALYST)
    @Operation(
            operationId = "get_recommendations",
            summary = "Makes everybody's recommendations from what is in the tables now",
            description =
                    "Runs as a process of its own. One run goes on at a time: who asks meanwhile is shown that one.",
            security = @SecurityRequirement(name = "api-key"))
    @ApiResponse(responseCode = "200", description = "With wait=true: it is done.")
    @ApiResponse(responseCode = "202", description = "It goes on; the answer says where to look.")
    @ApiResponse(responseCode = "503", description = "With wait=true: it failed, and why.")
    CompletableFuture<HttpResponse<JobRunView>> getRecommendations(
            @QueryValue(defaultValue = "false")
                    @Parameter(description = "Answer when it is done, or after a while if it is not.")
                    final boolean wait,
            @QueryValue(defaultValue = "false")
                    @Parameter(description = "Hold out the last part of each history, and say how well it is foretold.")
                    final boolean evaluate) {
        final JobRun run = runs.start(evaluate);
        return wait
                ? run.end()
                        .completeOnTimeout(run, longestWait.toMillis(), TimeUnit.MILLISECONDS)
                        .thenApply(RecommendationsController::answer)
                : CompletableFuture.completedFuture(accepted(run));
    }

    private static HttpResponse<JobRunView> answer(final JobRun run) {
        return switch (run.state()) {
            case RUNNING -> accepted(run);
            case DONE -> HttpResponse.ok(JobRunView.of(run));
            case FAILED -> throw Problem.unavailable(run.error().orElse(""));
        };
    }

    private static HttpResponse<JobRunView> accepted(final JobRun run) {
        return HttpResponse.<JobRunView>accepted(URI.create("/recommendations/runs/" + run.id()))
                .body(JobRunView.of(run));
    }

    @Get("/runs")
    @Operation(operationId = "get_recommendation_runs", summary = "Lists the last runs, the newest first")
    List<JobRunView> runs() {
        return runs.all().stream().map(JobRunView::of).toList();
    }

    @Get("/runs/{runId}")
    @Operation(operationId = "get_recommendation_run", summary = "Says how a run goes, and what came of it")
    JobRunView run(@PathVariable final String runId) {
        return runs.run(runId)
                .map(JobRunView::of)
                .orElseThrow(() -> Problem.because(HttpStatus.NOT_FOUND, "There is no run " + runId + "."));
    }
}
