package marketplace.service.upload;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import marketplace.service.http.FieldError;

/** The shape of the answer to an upload, for its documentation: the answer itself is streamed. */
@Schema(description = "What became of an upload.")
public record UploadSummary(
        @Schema(description = "How many items were accepted: each is on a quorum of brokers.", example = "5")
        long accepted,

        @Schema(description = "The items that were refused: all of them, up to 16 MB of it.")
        List<RejectedItem> rejected,

        @Schema(description = "How many more were refused than are listed, if any.")
        Long unlisted) {

    /** An item that was refused. */
    @Schema(description = "An item that was refused. It has a line or an index, as the items came.")
    public record RejectedItem(
            @Schema(description = "The line of NDJSON, from 1", example = "17")
            Long line,

            @Schema(description = "The index in the array, from 0", example = "16")
            Long index,

            List<FieldError> errors) {}
}
