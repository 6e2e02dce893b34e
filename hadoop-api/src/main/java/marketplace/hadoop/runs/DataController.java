package marketplace.hadoop.runs;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
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

/** Where data is asked for. */
@Controller("/data")
@Tag(name = "data")
final class DataController {
    private final Runs runs;
    private final Tables tables;
    private final Duration longestWait;

    DataController(final Runs runs, final Tables tables, @Value("${runs.longest-wait}") final Duration longestWait) {
        this.runs = runs;
        this.tables = tables;
        this.longestWait = longestWait;
    }

    @Post
    @Consumes(MediaType.ALL)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Allowed(Role.ANALYST)
    @Operation(
            operationId = "get_data",
            summary = "Brings everything into the tables that stands on the topics now",
            description =
                    "The export goes on all the time; a run makes it not wait for more, and says when it is done.",
            security = @SecurityRequirement(name = "api-key"))
    @ApiResponse(responseCode = "200", description = "With wait=true: it is done.")
    @ApiResponse(responseCode = "202", description = "It goes on; the answer says where to look.")
    @ApiResponse(responseCode = "503", description = "Kafka does not answer, or a topic cannot be exported.")
    CompletableFuture<HttpResponse<RunView>> getData(
            @QueryValue(defaultValue = "false")
                    @Parameter(description = "Answer when it is done, or after a while if it is not.")
                    final boolean wait) {
        final Run run;
        try {
            run = runs.start();
        } catch (final Ends.EndsUnknownException e) {
            throw Problem.unavailable(e.getMessage());
        }
        return wait
                ? run.end()
                        .completeOnTimeout(run, longestWait.toMillis(), TimeUnit.MILLISECONDS)
                        .thenApply(DataController::answer)
                : CompletableFuture.completedFuture(accepted(run));
    }

    private static HttpResponse<RunView> answer(final Run run) {
        return switch (run.state()) {
            case RUNNING -> accepted(run);
            case DONE -> HttpResponse.ok(RunView.of(run));
            case FAILED -> throw Problem.unavailable(run.error().orElse(""));
        };
    }

    private static HttpResponse<RunView> accepted(final Run run) {
        return HttpResponse.<RunView>accepted(URI.create("/data/runs/" + run.id()))
                .body(RunView.of(run));
    }

    @Get("/runs")
    @Operation(operationId = "get_runs", summary = "Lists the last runs, the newest first")
    List<RunView> runs() {
        return runs.all().stream().map(RunView::of).toList();
    }

    @Get("/runs/{runId}")
    @Operation(operationId = "get_run", summary = "Says how a run goes")
    RunView run(@PathVariable final String runId) {
        return runs.run(runId)
                .map(RunView::of)
                .orElseThrow(() -> Problem.because(HttpStatus.NOT_FOUND, "There is no run " + runId + "."));
    }

    @Get("/tables")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(operationId = "get_tables", summary = "Says what is in the tables")
    @ApiResponse(responseCode = "200", description = "Each table.")
    @ApiResponse(responseCode = "503", description = "HDFS does not answer.")
    List<TableView> tables() {
        try {
            return tables.all();
        } catch (final RuntimeException e) {
            throw Problem.unavailable("The tables cannot be read now: " + e.getMessage());
        }
    }
}
