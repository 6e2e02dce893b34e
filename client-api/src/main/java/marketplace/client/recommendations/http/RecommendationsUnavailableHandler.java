package marketplace.client.recommendations.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import marketplace.client.recommendations.RecommendationsUnavailableException;
import marketplace.service.http.Problem;

/** Says that recommendations cannot be looked up now, and when to come again. */
@Singleton
final class RecommendationsUnavailableHandler
        implements ExceptionHandler<RecommendationsUnavailableException, HttpResponse<Problem>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(
            final HttpRequest request, final RecommendationsUnavailableException exception) {
        return Problem.unavailable(exception.getMessage()).problem().asResponse();
    }
}
