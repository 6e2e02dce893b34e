package marketplace.acceptance.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request to one of the platform's APIs, to be sent or to be shown as something that can be typed.
 *
 * @param url without a query
 * @param parameters the query, in its order
 * @param body what is sent, if anything
 * @param key of who sends it, where it must be somebody; it is not shown
 */
public record Call(String method, String url, List<Parameter> parameters, Optional<Body> body, Optional<String> key) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What stands in an address between quotes without harm; the services take letters as people type them. */
    private static final Pattern TYPED_AS_IT_IS = Pattern.compile("[\\p{L}\\p{N}._:~-]*");

    public Call {
        parameters = List.copyOf(parameters);
    }

    /** A parameter of the query. */
    record Parameter(String name, String value) {}

    /** What is sent, and what it is. */
    record Body(String type, String text) {}

    static Call of(final String method, final String url) {
        return new Call(method, url, List.of(), Optional.empty(), Optional.empty());
    }

    Call with(final String name, final String value) {
        final List<Parameter> more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new Call(method, url, more, body, key);
    }

    Call body(final String type, final String text) {
        return new Call(method, url, parameters, Optional.of(new Body(type, text)), key);
    }

    Call by(final Optional<String> sender) {
        return new Call(method, url, parameters, body, sender);
    }

    /** As it is sent. */
    public HttpRequest request() {
        final HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(Call::encoded)))
                .timeout(PATIENCE)
                .method(
                        method,
                        body.map(content -> HttpRequest.BodyPublishers.ofString(content.text()))
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        body.ifPresent(content -> request.header("Content-Type", content.type()));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /** As one types it. */
    public String curl() {
        final StringBuilder line = new StringBuilder("curl -s");
        if (!method.equals("GET")) {
            line.append(" -X ").append(method);
        }
        line.append(' ').append(quoted(address(Call::typed)));
        body.ifPresent(content -> line.append(" -H ")
                .append(quoted("Content-Type: " + content.type()))
                .append(" --data-binary ")
                .append(quoted(content.text().strip())));
        return line.toString();
    }

    private String address(final UnaryOperator<String> written) {
        return parameters.isEmpty()
                ? url
                : url
                        + parameters.stream()
                                .map(parameter -> parameter.name() + "=" + written.apply(parameter.value()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(final String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String typed(final String value) {
        return TYPED_AS_IT_IS.matcher(value).matches() ? value : encoded(value);
    }

    private static String quoted(final String text) {
        return TYPED_AS_IT_IS.matcher(text.replace("/", "")).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
