package marketplace.client.search.elastic;

/** What is counted beside the products that were found. */
enum Facet {
    CATEGORY,
    BRAND,
    STORE,
    PRICE,
    IN_STOCK
}
