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

    /** Credentials in the address ({@code http://user:password@host}) are taken out of it. */
    public static RegistryAccess of(String url) {
        URI given = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (given.getHost() == null) {
            throw new IllegalArgumentException("the address of a registry looks like http://HOST:PORT/PATH");
        }
        if (given.getRawUserInfo() == null) {
            return new RegistryAccess(given, Optional.empty());
        }
        String bare = given.toString().replace(given.getRawUserInfo() + "@", "");
        return new RegistryAccess(URI.create(bare), Optional.of(given.getUserInfo()));
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
