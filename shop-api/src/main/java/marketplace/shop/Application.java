package marketplace.shop;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import marketplace.service.Service;

/** Where shops publish products and moderators ban them. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "shop-api",
                        version = "1",
                        description = "Shops publish products, moderators ban them. What is accepted is on a quorum of"
                                + " brokers before the answer leaves."))
@SecurityScheme(
        name = "api-key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "Needed where the service runs with API keys.")
public final class Application {
    private Application() {}

    public static void main(final String[] arguments) {
        Service.run(Application.class);
    }
}
