package marketplace.shop;

import marketplace.service.upload.Fields;

/** What products and stores are known by. */
public final class Ids {
    /** Keys on Kafka, ids in the search and parts of addresses are made of it. */
    private static final String ID = "[\\p{L}\\p{N}._:~-]{1,100}";

    private Ids() {}

    /** An id that must be there. */
    public static String read(final Fields fields, final String name) {
        final String id = fields.text(name, 100);
        if (!id.isBlank() && !id.matches(ID)) {
            fields.reject(name, "must be made of letters, digits and . _ : ~ - only");
        }
        return id;
    }
}
