package marketplace.service.http;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param store the only store whose products the caller may write, if it is held to one
 */
public record Caller(String name, Role role, Optional<String> store) {
    private static final String ATTRIBUTE = Caller.class.getName();

    /** The caller of a request; nobody where API keys are not in use. */
    public static Optional<Caller> of(final HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Caller.class);
    }

    /** The store that a request may write to, or any. */
    public static Optional<String> storeOf(final HttpRequest<?> request) {
        return of(request).flatMap(Caller::store);
    }

    void attachTo(final HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
