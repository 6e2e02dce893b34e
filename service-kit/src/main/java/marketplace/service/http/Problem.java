package marketplace.service.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What an answer says that is not a success: {@code application/problem+json}, RFC 9457.
 *
 * @param errors the fields that are wrong, if it is about fields
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "Why a request was not served (RFC 9457).")
public record Problem(
        @Schema(example = "about:blank") String type,
        @Schema(example = "Unprocessable Content") String title,
        @Schema(example = "422") int status,
        @Schema(example = "Nothing was accepted.") @Nullable String detail,
        @Nullable List<FieldError> errors) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = MediaType.APPLICATION_JSON_PROBLEM;

    /** How many seconds a client is asked to wait before it tries again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    private static final String NO_TYPE = "about:blank";

    /** A problem as an exception: thrown anywhere below a controller, it becomes the answer. */
    public static ProblemException because(final HttpStatus status, final String detail) {
        return new ProblemException(of(status, detail));
    }

    /** A field of the request is wrong: 422. */
    public static ProblemException field(final String field, final String reason) {
        return new ProblemException(
                of(HttpStatus.UNPROCESSABLE_ENTITY, field + ": " + reason, List.of(new FieldError(field, reason))));
    }

    /** An engine that is needed does not answer: 503, with the advice to come again. */
    public static ProblemException unavailable(final String detail) {
        return because(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    static Problem of(final HttpStatus status, final String detail) {
        return new Problem(NO_TYPE, status.getReason(), status.getCode(), detail, null);
    }

    static Problem of(final HttpStatus status, final String detail, final List<FieldError> errors) {
        return new Problem(NO_TYPE, status.getReason(), status.getCode(), detail, errors.isEmpty() ? null : errors);
    }

    /** The problem as an answer. */
    public MutableHttpResponse<Problem> asResponse() {
        final MutableHttpResponse<Problem> response = HttpResponse.<Problem>status(HttpStatus.valueOf(status))
                .body(this)
                .contentType(MEDIA_TYPE);
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode() || status == HttpStatus.TOO_MANY_REQUESTS.getCode()) {
            response.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
        }
        return response;
    }
}
