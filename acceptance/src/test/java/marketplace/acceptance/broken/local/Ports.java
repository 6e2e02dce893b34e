package marketplace.acceptance.broken.local;

/** What no service may use. */
public record Ports(int offset) {}
