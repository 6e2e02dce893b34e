package marketplace.client.search.elastic;

/** The fields of the index that searches name: those of {@code indexes/products.json}. */
final class Fields {
    static final String PRODUCT_ID = "product_id";
    static final String NAME = "name";
    static final String NAME_EXACT = "name.exact";
    static final String NAME_WORDS = "name.words";
    static final String NAME_BEGINNINGS = "name.beginnings";
    static final String DESCRIPTION = "description";
    static final String CATEGORY = "category";
    static final String CATEGORY_EXACT = "category.exact";
    static final String CATEGORY_BEGINNINGS = "category.beginnings";
    static final String BRAND = "brand";
    static final String BRAND_EXACT = "brand.exact";
    static final String BRAND_BEGINNINGS = "brand.beginnings";
    static final String SKU = "sku.exact";
    static final String STORE = "store_id";
    static final String PRICE = "price.amount";
    static final String AVAILABLE = "stock.available";
    static final String CREATED = "created_at";

    /** Name, brand, category and tags together, by their stems. */
    static final String NAMING = "naming";

    /** The same and the description. */
    static final String EVERYTHING = "everything";

    private Fields() {}
}
