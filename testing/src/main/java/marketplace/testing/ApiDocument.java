package marketplace.testing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document of a service, as a reader that is not ours understands it. */
public final class ApiDocument {
    private final SwaggerParseResult read;

    private ApiDocument(SwaggerParseResult read) {
        this.read = read;
    }

    /** Reads a document, JSON or YAML. Whatever is wrong with it is told by {@link #faults}. */
    public static ApiDocument read(String text) {
        var options = new ParseOptions();
        options.setResolve(true);
        return new ApiDocument(new OpenAPIV3Parser().readContents(text, List.of(), options));
    }

    /** What does not hold to OpenAPI, empty if nothing does. */
    public List<String> faults() {
        var messages = read.getMessages();
        return messages == null ? List.of() : List.copyOf(messages);
    }

    /**
     * The names of all operations, in their order.
     *
     * @throws IllegalStateException if it is no OpenAPI document at all
     */
    public Set<String> operationIds() {
        var ids = new TreeSet<String>();
        for (PathItem path : document().getPaths().values()) {
            path.readOperations().stream().map(Operation::getOperationId).forEach(ids::add);
        }
        return ids;
    }

    private OpenAPI document() {
        if (read.getOpenAPI() == null) {
            throw new IllegalStateException("This is no OpenAPI document: " + faults());
        }
        return read.getOpenAPI();
    }
}
