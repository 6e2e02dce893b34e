package marketplace.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where the registry is and how long to wait for it.
 *
 * @param urls the registries, tried in turn; without credentials in them
 * @param authorization the value of the {@code Authorization} header, if one is sent
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long an answer may take once connected
 */
public record RegistrySettings(
        List<URI> urls, Optional<String> authorization, Duration connectTimeout, Duration readTimeout) {
    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("At least one registry URL is needed");
        }
    }

    /** How long one request to one registry may take in all. */
    public Duration requestTimeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** Leaves the credentials out. */
    @Override
    public String toString() {
        return "RegistrySettings[urls=" + urls + "]";
    }
}
