package marketplace.hadoop;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import marketplace.service.Service;

/** Puts topics into tables on HDFS. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "hadoop-api",
                        version = "1",
                        description = "Exports topics into tables on HDFS, all the time and when asked to."))
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
