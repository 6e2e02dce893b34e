package marketplace.client.behaviour;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import marketplace.service.http.Problem;
import marketplace.service.upload.TakesUpload;
import marketplace.service.upload.Uploads;

/** Where it is told what clients do. */
@Controller("/events")
@Tag(name = "events")
final class EventsController {
    private final Uploads uploads;
    private final ClientEventReader reader;
    private final ClientEventTopic topic;

    EventsController(final Uploads uploads, final ClientEventReader reader, final ClientEventTopic topic) {
        this.uploads = uploads;
        this.reader = reader;
        this.topic = topic;
    }

    @Post
    @TakesUpload
    @Operation(
            operationId = "set_events",
            summary = "Tells what clients did",
            description = "A JSON array, one event, or NDJSON of any length; gzip is understood. A bad event does not"
                    + " hold up its neighbours. The answer comes when every accepted event is on a quorum of brokers.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        array = @ArraySchema(schema = @Schema(implementation = ClientEventForm.class))),
                @Content(mediaType = Uploads.NDJSON, schema = @Schema(type = "string"))
            })
    CompletionStage<HttpResponse<?>> setEvents(final HttpRequest<?> request) {
        if (!Uploads.hasBody(request)) {
            throw Problem.because(HttpStatus.BAD_REQUEST, "Send events as the body.");
        }
        return uploads.receive(request, reader, topic);
    }
}
