package marketplace.service.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.List;
import java.util.Optional;

/** Where API keys are in use, lets an operation be called by those roles only that it is {@link Allowed} to. */
@ServerFilter("/**")
final class ApiKeyFilter {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    ApiKeyFilter(final ApiKeys keys) {
        this.keys = keys;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(final HttpRequest<?> request) {
        if (!keys.inUse()) {
            return null;
        }
        final Optional<List<Role>> allowed =
                RouteAttributes.getRouteMatch(request).flatMap(ApiKeyFilter::allowed);
        return allowed.isEmpty() ? null : check(request, allowed.get());
    }

    private @Nullable HttpResponse<?> check(final HttpRequest<?> request, final List<Role> allowed) {
        final Optional<Caller> caller = key(request).flatMap(keys::holderOf);
        if (caller.isEmpty()) {
            return Problem.of(HttpStatus.UNAUTHORIZED, "Send an API key: \"Authorization: Bearer KEY\".")
                    .asResponse()
                    .header("WWW-Authenticate", "Bearer");
        }
        if (!allowed.contains(caller.get().role())) {
            return Problem.of(HttpStatus.FORBIDDEN, "This key's role may not do this.")
                    .asResponse();
        }
        caller.get().attachTo(request);
        return null;
    }

    private static Optional<List<Role>> allowed(final RouteMatch<?> route) {
        final Role[] roles = route.getAnnotationMetadata().enumValues(Allowed.class, Role.class);
        return roles.length == 0 ? Optional.empty() : Optional.of(List.of(roles));
    }

    private static Optional<String> key(final HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
