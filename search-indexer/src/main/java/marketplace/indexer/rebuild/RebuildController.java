package marketplace.indexer.rebuild;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import marketplace.service.http.Allowed;
import marketplace.service.http.Problem;
import marketplace.service.http.Role;

/** Where indexes are made anew. */
@Controller
@Tag(name = "indexes")
final class RebuildController {
    private final Rebuilds rebuilds;

    RebuildController(final Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Post("/indexes/{family}/rebuild")
    @Consumes(MediaType.ALL)
    @Allowed(Role.ANALYST)
    @Operation(
            operationId = "rebuild_index",
            summary = "Makes the indexes of a family anew",
            description = "The old index serves and is fed until the new one takes its name, in one step.",
            security = @SecurityRequirement(name = "api-key"))
    @ApiResponse(responseCode = "202", description = "It begins; the answer says where to look.")
    @ApiResponse(responseCode = "404", description = "There is no such family.")
    @ApiResponse(responseCode = "409", description = "Another instance looks after this family.")
    HttpResponse<RunView> rebuild(@PathVariable final String family) {
        try {
            final RunView run = rebuilds.start(family)
                    .map(RunView::of)
                    .orElseThrow(() -> Problem.because(HttpStatus.NOT_FOUND, "There is no index " + family + "."));
            return HttpResponse.<RunView>accepted(URI.create("/rebuilds/" + run.runId()))
                    .body(run);
        } catch (final Rebuilds.NotOursException e) {
            throw Problem.because(HttpStatus.CONFLICT, e.getMessage());
        }
    }

    @Get("/rebuilds/{runId}")
    @Operation(operationId = "get_rebuild", summary = "Says how a rebuild goes")
    RunView run(@PathVariable final String runId) {
        return rebuilds.run(runId)
                .map(RunView::of)
                .orElseThrow(() -> Problem.because(HttpStatus.NOT_FOUND, "There is no rebuild " + runId + "."));
    }
}
