package marketplace.catalogue;

import java.net.URI;
import java.util.Optional;

/**
 * How to reach the schema registry.
 *
 * @param url where Confluent's API begins, for Apicurio {@code http://host:port/apis/ccompat/v7}
 * @param credentials {@code user:password} for basic authentication, if the registry wants it
 */
public record RegistryAccess(URI url, Optional<String> credentials) implements Access {

    public static RegistryAccess of(String url) {
        return new RegistryAccess(
                URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url), Optional.empty());
    }

    public RegistryAccess withCredentials(String userAndPassword) {
        return new RegistryAccess(url, Optional.of(userAndPassword));
    }

    @Override
    public String label() {
        return "registry (" + url + ")";
    }

    @Override
    public String toString() {
        return label();
    }
}
