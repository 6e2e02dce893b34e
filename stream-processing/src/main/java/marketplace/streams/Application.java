package marketplace.streams;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import marketplace.service.Service;

/** Filters banned products out, and counts what people search for. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "stream-processing",
                        version = "1",
                        description = "Health and metrics; everything else goes over topics."))
public final class Application {
    private Application() {}

    public static void main(final String[] arguments) {
        Service.run(Application.class);
    }
}
