package marketplace.acceptance.broken.client;

/** What another service must not import. */
public record Search(String query) {}
