package marketplace.indexer;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import marketplace.service.Service;

/** Puts topics into Elasticsearch. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "search-indexer",
                        version = "1",
                        description = "Puts topics into Elasticsearch, and fills its indexes anew when asked to."))
@SecurityScheme(
        name = "api-key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Needed where the service runs with API keys.")
public final class Application {
    private Application() {}

    /** Runs the service; with {@code rebuild FAMILY}, asks the one that runs to make indexes anew. */
    public static void main(final String[] arguments) {
        if (arguments.length == 0) {
            Service.run(Application.class);
        } else {
            System.exit(RebuildCommand.ofThisProcess().run(arguments));
        }
    }
}
