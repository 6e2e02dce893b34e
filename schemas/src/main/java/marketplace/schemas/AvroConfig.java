package marketplace.schemas;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import marketplace.schemas.registry.RegistrySettings;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The settings of the serializers. Their keys are those of {@code io.confluent:kafka-avro-serializer}. */
public final class AvroConfig extends AbstractConfig {
    /** Addresses of registries, separated by commas and tried in turn. */
    public static final String REGISTRY_URL = "schema.registry.url";
    /** Whether a serializer registers schemas that it meets. */
    public static final String AUTO_REGISTER = "auto.register.schemas";
    /** Whether a serializer writes with the newest schema of the subject instead of the record's own. */
    public static final String USE_LATEST = "use.latest.version";
    /** Whether a deserializer answers objects of generated classes. */
    public static final String SPECIFIC_READER = "specific.avro.reader";
    /** The generated class to read values as, whatever class the writer's schema names. */
    public static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";
    /** The same for keys. */
    public static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
    /** Whether generic records carry decimals and times as such instead of the bytes and numbers under them. */
    public static final String LOGICAL_TYPES = "avro.use.logical.type.converters";
    /** Where the registry's user and password are: {@code URL} or {@code USER_INFO}. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    /** {@code user:password}, with {@code USER_INFO}. */
    public static final String USER_INFO = "basic.auth.user.info";
    /** How long a connection to a registry may take to open. */
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    /** How long a registry may take to answer. */
    public static final String READ_TIMEOUT = "http.read.timeout.ms";
    /** How many schemas a serializer or deserializer remembers. */
    public static final String MOST_SCHEMAS = "max.schemas.per.subject";
    /** How long an id that the registry did not know is taken to be unknown without asking again. */
    public static final String MISSING_ID_TTL = "missing.id.cache.ttl.sec";

    private static final String KEY_STRATEGY = "key.subject.name.strategy";
    private static final String VALUE_STRATEGY = "value.subject.name.strategy";
    private static final String TOPIC_NAME_STRATEGY = "TopicNameStrategy";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(REGISTRY_URL, ConfigDef.Type.LIST, Importance.HIGH, "Addresses of registries, tried in turn.")
            .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, Importance.MEDIUM, "Register schemas that are met.")
            .define(
                    USE_LATEST,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Write with the subject's newest schema.")
            .define(SPECIFIC_READER, ConfigDef.Type.BOOLEAN, false, Importance.MEDIUM, "Read into generated classes.")
            .define(SPECIFIC_VALUE_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "The class to read values as.")
            .define(SPECIFIC_KEY_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "The class to read keys as.")
            .define(
                    LOGICAL_TYPES,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Convert logical types in generic records.")
            .define(CREDENTIALS_SOURCE, ConfigDef.Type.STRING, "URL", Importance.MEDIUM, "URL or USER_INFO.")
            .define(USER_INFO, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "user:password, with USER_INFO.")
            .define(
                    CONNECT_TIMEOUT,
                    ConfigDef.Type.INT,
                    2_000,
                    ConfigDef.Range.atLeast(1),
                    Importance.LOW,
                    "To connect.")
            .define(
                    READ_TIMEOUT,
                    ConfigDef.Type.INT,
                    5_000,
                    ConfigDef.Range.atLeast(1),
                    Importance.LOW,
                    "To be answered.")
            .define(MOST_SCHEMAS, ConfigDef.Type.INT, 1_000, ConfigDef.Range.atLeast(1), Importance.LOW, "To remember.")
            .define(
                    MISSING_ID_TTL,
                    ConfigDef.Type.LONG,
                    10,
                    ConfigDef.Range.atLeast(0),
                    Importance.LOW,
                    "To believe a no.")
            .define(KEY_STRATEGY, ConfigDef.Type.STRING, TOPIC_NAME_STRATEGY, Importance.LOW, "TopicNameStrategy only.")
            .define(
                    VALUE_STRATEGY,
                    ConfigDef.Type.STRING,
                    TOPIC_NAME_STRATEGY,
                    Importance.LOW,
                    "TopicNameStrategy only.");

    private final RegistrySettings registry;

    /**
     * Reads what concerns the serializers and ignores the rest.
     *
     * @throws ConfigException which names the key that is missing or wrong
     */
    AvroConfig(final Map<String, ?> configs) {
        super(DEFINITION, configs, false);
        refuseOtherStrategy(KEY_STRATEGY);
        refuseOtherStrategy(VALUE_STRATEGY);
        this.registry = readRegistry();
    }

    RegistrySettings registry() {
        return registry;
    }

    int mostSchemas() {
        return getInt(MOST_SCHEMAS);
    }

    Duration missingIdTtl() {
        return Duration.ofSeconds(getLong(MISSING_ID_TTL));
    }

    /** Longer than any one fetch takes, unless references make it many. */
    Duration patience() {
        return registry.requestTimeout().multipliedBy(2L * registry.urls().size());
    }

    private void refuseOtherStrategy(final String key) {
        final String strategy = getString(key);
        if (!strategy.endsWith(TOPIC_NAME_STRATEGY)) {
            throw new ConfigException(key, strategy, "subjects are named after topics here, with TopicNameStrategy");
        }
    }

    private RegistrySettings readRegistry() {
        final List<URI> urls = new ArrayList<>();
        Optional<String> userInfo = fromSettings();
        for (final String text : getList(REGISTRY_URL)) {
            final URI url = parse(text.strip());
            if (userInfo.isEmpty() && url.getRawUserInfo() != null) {
                userInfo = Optional.of(URLDecoder.decode(url.getRawUserInfo(), StandardCharsets.UTF_8));
            }
            urls.add(withoutUserInfo(url));
        }
        if (urls.isEmpty()) {
            throw new ConfigException(REGISTRY_URL, "", "at least one address is needed");
        }
        return new RegistrySettings(
                urls,
                userInfo.map(
                        info -> "Basic " + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8))),
                Duration.ofMillis(getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(getInt(READ_TIMEOUT)));
    }

    private Optional<String> fromSettings() {
        final String source = getString(CREDENTIALS_SOURCE);
        final Password info = getPassword(USER_INFO);
        return switch (source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" -> {
                if (info.value().isEmpty()) {
                    throw new ConfigException(USER_INFO + " is needed with " + CREDENTIALS_SOURCE + "=USER_INFO");
                }
                yield Optional.of(info.value());
            }
            default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "URL or USER_INFO");
        };
    }

    private static URI parse(final String text) {
        final URI url;
        try {
            url = URI.create(text);
        } catch (final IllegalArgumentException e) {
            // The text may hold a password, so it is not repeated.
            throw new ConfigException(REGISTRY_URL + " holds something that is not a URL");
        }
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new ConfigException(REGISTRY_URL + " holds something that is not an http or https URL");
        }
        return url;
    }

    private static URI withoutUserInfo(final URI url) {
        return url.getRawUserInfo() == null ? url : URI.create(url.toString().replace(url.getRawUserInfo() + "@", ""));
    }
}
