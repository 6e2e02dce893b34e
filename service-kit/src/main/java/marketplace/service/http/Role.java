package marketplace.service.http;

/** What the holder of an API key may do. */
public enum Role {
    /** Publishes the products of one store. */
    SHOP,
    /** Bans products. */
    MODERATOR,
    /** Exports data. */
    ANALYST
}
