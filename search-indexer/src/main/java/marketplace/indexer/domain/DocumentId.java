package marketplace.indexer.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Ids of documents, which the store takes up to 512 bytes long. */
public final class DocumentId {
    private static final int LONGEST = 512;

    private DocumentId() {}

    /** The text itself, or what stands for it if that is empty or too long: always the same. */
    public static String of(final String text) {
        // No character takes more than three bytes for each char.
        if (!text.isEmpty() && text.length() <= LONGEST / 3) {
            return text;
        }
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 0 && bytes.length <= LONGEST ? text : "sha256-" + digest(bytes);
    }

    private static String digest(final byte[] bytes) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
