package marketplace.local.parts;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where mail about alerts goes.
 *
 * @param server the SMTP server, {@code HOST:PORT}
 * @param user as whom to log in there, or nothing
 * @param passwordFile the file with that user's password
 * @param encrypted whether the connection must be
 */
public record Mail(String server, String from, String to, String user, String passwordFile, boolean encrypted) {
    private static final String PREFIX = "MARKETPLACE_";
    private static final String NOBODY_IN_PARTICULAR = "alerts@marketplace.local";

    /** The server that somebody has set up, if somebody has. */
    public static Optional<Mail> fromEnvironment(Map<String, String> environment) {
        return setting(environment, "SMTP_SERVER")
                .map(server -> new Mail(
                        server,
                        setting(environment, "MAIL_FROM").orElse(NOBODY_IN_PARTICULAR),
                        setting(environment, "MAIL_TO").orElse(NOBODY_IN_PARTICULAR),
                        setting(environment, "SMTP_USER").orElse(""),
                        setting(environment, "SMTP_PASSWORD_FILE")
                                .map(file -> Path.of(file).toAbsolutePath().toString())
                                .orElse(""),
                        !setting(environment, "SMTP_TLS").orElse("true").equals("false")));
    }

    /** A server on this machine that takes mail for everybody and passes none on. */
    static Mail into(String server) {
        return new Mail(server, NOBODY_IN_PARTICULAR, "operator@marketplace.local", "", "", false);
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.of(Objects.requireNonNullElse(environment.get(PREFIX + name), ""))
                .filter(value -> !value.isBlank());
    }

    /** What stands for each of it in the configuration of Alertmanager. */
    Map<String, String> asSettings() {
        return Map.of(
                "SMTP_SERVER", server,
                "SMTP_USER", user,
                "SMTP_PASSWORD_FILE", passwordFile,
                "SMTP_TLS", Boolean.toString(encrypted),
                "MAIL_FROM", from,
                "MAIL_TO", to);
    }
}
