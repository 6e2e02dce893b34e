package marketplace.service.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Whatever the framework refuses or fails at is said as a {@link Problem}; the inside of a failure stays in the log. */
@Primary
@Singleton
final class ProblemErrors implements ErrorResponseProcessor<Problem> {
    private static final String INTERNAL = "The service failed at this. Its log says more.";

    @Override
    public MutableHttpResponse<Problem> processResponse(
            final ErrorContext context, final MutableHttpResponse<?> response) {
        final HttpStatus status = HttpStatus.valueOf(response.code());
        final Problem problem = problem(context.getErrors(), status);
        final MutableHttpResponse<Problem> answer = response.body(problem);
        return answer.contentType(Problem.MEDIA_TYPE);
    }

    private static Problem problem(final List<Error> errors, final HttpStatus status) {
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return Problem.of(status, INTERNAL);
        }
        final List<FieldError> fields = errors.stream()
                .flatMap(error -> error.getPath().map(path -> new FieldError(field(path), reason(error))).stream())
                .toList();
        final String detail = errors.isEmpty() ? null : reason(errors.get(0));
        return Problem.of(status, detail, fields);
    }

    /** Validation names a field by method and parameter; who called knows neither. */
    private static String field(final String path) {
        final String last = path.substring(path.lastIndexOf('/') + 1);
        return last.substring(last.indexOf('.') + 1);
    }

    private static String reason(final Error error) {
        final String message = error.getMessage();
        return message.substring(0, Math.min(message.length(), 500));
    }
}
