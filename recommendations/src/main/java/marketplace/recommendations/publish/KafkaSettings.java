package marketplace.recommendations.publish;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How to reach Kafka and the schema registry: what the environment says in {@code KAFKA_…} and
 * {@code SCHEMA_REGISTRY_URL}, and for the rest what holds for all services.
 */
public final class KafkaSettings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "KAFKA_";

    private final HashMap<String, String> values;

    private KafkaSettings(final Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /** Reads the environment: KAFKA_SASL_JAAS_CONFIG is {@code sasl.jaas.config}. */
    public static KafkaSettings of(final Map<String, String> environment) {
        final Map<String, String> settings = new HashMap<>(Map.of(
                "bootstrap.servers", "localhost:29092,localhost:29093,localhost:29094",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "ssl.truststore.type", "PEM",
                "schema.registry.url", "http://localhost:8081/apis/ccompat/v7"));
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                settings.put(key(name.substring(PREFIX.length())), value);
            } else if (name.equals("SCHEMA_REGISTRY_URL")) {
                settings.put("schema.registry.url", value);
            }
        });
        return new KafkaSettings(settings);
    }

    private static String key(final String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** These settings, and others that come before them. */
    Map<String, Object> with(final Map<String, ?> others) {
        final Map<String, Object> all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }
}
