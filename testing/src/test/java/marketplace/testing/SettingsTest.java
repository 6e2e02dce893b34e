package marketplace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import marketplace.local.layout.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings of(Map<String, String> properties) {
        return Settings.of(properties::get, folder);
    }

    @Test
    void by_default_engines_come_from_the_distribution_and_leave_nothing_behind() {
        var settings = of(Map.of());

        assertThat(settings.containers()).isFalse();
        assertThat(settings.keep()).isFalse();
    }

    @Test
    void the_images_have_the_versions_that_the_build_pins() {
        var settings = of(Map.of());

        assertThat(settings.kafkaImage()).matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
        assertThat(settings.registryImage()).matches("apicurio/apicurio-registry:\\d+\\.\\d+\\.\\d+");
        assertThat(settings.elasticsearchImage())
                .matches("docker\\.elastic\\.co/elasticsearch/elasticsearch:\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void everything_can_be_set() {
        assertThat(of(Map.of(
                        "marketplace.engines", "containers",
                        "marketplace.engines.keep", "true",
                        "marketplace.engines.kafka.image", "mirror.example/kafka:5",
                        "marketplace.engines.registry.image", "mirror.example/registry:6",
                        "marketplace.engines.elasticsearch.image", "mirror.example/elasticsearch:7",
                        "marketplace.home", "/checkout")))
                .isEqualTo(new Settings(
                        true,
                        true,
                        "mirror.example/kafka:5",
                        "mirror.example/registry:6",
                        "mirror.example/elasticsearch:7",
                        new Home(Path.of("/checkout"))));
    }

    @Test
    void another_source_of_engines_is_refused() {
        assertThatThrownBy(() -> of(Map.of("marketplace.engines", "docker")))
                .isInstanceOf(EnginesException.class)
                .hasMessage("-Dmarketplace.engines is local or containers, not docker.");
    }

    @Test
    void without_a_home_the_checkout_is_found_from_inside() throws IOException {
        Files.createFile(folder.resolve("marketplace"));
        Files.createFile(folder.resolve("mvnw"));
        var module = Files.createDirectories(folder.resolve("jobs").resolve("receiver"));

        assertThat(Settings.of(name -> null, module).home().root()).isEqualTo(folder);
    }
}
