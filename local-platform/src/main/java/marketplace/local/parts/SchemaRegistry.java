package marketplace.local.parts;

import java.io.IOException;
import java.util.Set;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;

/** Apicurio, which speaks the API of Confluent's schema registry; its schemas are in a database file. */
public final class SchemaRegistry {
    static final String NAME = "schema-registry";

    private SchemaRegistry() {}

    static Engine part(Setting setting, Jvm jvm) {
        var folder = setting.folder();
        var program = jvm.of(NAME, "schema-registry")
                .alsoOn(setting.home().only("apicurio", "apicurio-registry-app-*-runner.jar"))
                .heap("192m")
                .quick()
                .flag("-Dquarkus.http.host=127.0.0.1")
                .flag("-Dquarkus.http.port=" + setting.ports().schemaRegistry())
                .flag("-Dquarkus.log.console.enable=false")
                .flag("-Dquarkus.log.file.enable=true")
                .flag("-Dquarkus.log.file.path=" + folder.log(NAME))
                .flag("-Dapicurio.datasource.url=jdbc:h2:file:"
                        + folder.data(NAME).resolve("registry"))
                .flag("-Dapicurio.datasource.jdbc.initial-size=2")
                .flag("-Dapicurio.datasource.jdbc.min-size=2")
                .flag("-Dapicurio.datasource.jdbc.max-size=10")
                // After a crash its database takes longer to open than the five seconds that it has otherwise.
                .flag("-Dquarkus.datasource.h2.jdbc.acquisition-timeout=60S")
                .runs("marketplace.engines.Leash", "io.quarkus.runner.GeneratedMain")
                .build();
        return new Engine(
                NAME, Set.of(), program, () -> Http.answers(url(setting.ports()) + "/subjects"), url(setting.ports()));
    }

    /** A subject that nobody gave a rule of its own takes backward compatible versions only. */
    static void takeBackwardCompatibleOnly(Setting setting) throws IOException {
        Http.put(url(setting.ports()) + "/config", "{\"compatibility\": \"BACKWARD\"}");
    }

    /** Where Confluent's API is. */
    public static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.schemaRegistry() + "/apis/ccompat/v7";
    }
}
