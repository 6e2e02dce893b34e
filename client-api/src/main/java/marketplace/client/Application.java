package marketplace.client;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import marketplace.service.Service;

/** Where clients search, where it is told what they do, and what they are recommended. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "client-api",
                        version = "1",
                        description = "Clients search for products that are not banned, tell what they looked at, put"
                                + " into the cart and purchased, and are recommended others."))
public final class Application {
    private Application() {}

    public static void main(final String[] arguments) {
        Service.run(Application.class);
    }
}
