package marketplace.client.search.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import marketplace.client.search.SearchUnavailableException;
import marketplace.service.http.Problem;

/** Says that the search does not answer now, and when to come again. */
@Singleton
final class SearchUnavailableHandler implements ExceptionHandler<SearchUnavailableException, HttpResponse<Problem>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<Problem> handle(final HttpRequest request, final SearchUnavailableException exception) {
        return Problem.unavailable(exception.getMessage()).problem().asResponse();
    }
}
