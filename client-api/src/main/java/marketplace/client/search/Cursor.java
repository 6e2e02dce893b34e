package marketplace.client.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page ended, for whoever asks for the next one.
 *
 * <p>As a text it says nothing to who holds it, and goes with the search that it came from alone: a checksum covers the
 * words, filters and order as well. It is no secret: it holds nothing that was not in the page.
 *
 * @param queryId the search whose page it was; the next page belongs to the same
 */
public record Cursor(String queryId, Position position) {
    private static final int CHECKSUM_BYTES = 8;
    private static final int LONGEST = 2_000;
    private static final String SEPARATOR = "\n";
    private static final Pattern QUERY_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** The cursor as a text, for the next page of that search. */
    String textFor(final ProductSearch search) {
        final byte[] content = String.join(SEPARATOR, queryId, Double.toString(position.value()), position.productId())
                .getBytes(StandardCharsets.UTF_8);
        final byte[] checksum = checksum(content, search);
        final byte[] all = ByteBuffer.allocate(CHECKSUM_BYTES + content.length)
                .put(checksum)
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The cursor that a text stands for; nothing if it is not one of a page of that search. */
    public static Optional<Cursor> of(final String text, final ProductSearch search) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            final byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length < CHECKSUM_BYTES) {
                return Optional.empty();
            }
            final byte[] content = Arrays.copyOfRange(all, CHECKSUM_BYTES, all.length);
            final boolean intact = Arrays.equals(checksum(content, search), 0, CHECKSUM_BYTES, all, 0, CHECKSUM_BYTES);
            return intact ? parse(content) : Optional.empty();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Reads what a checksum has vouched for. Whoever knows how can make one, so what it covers is looked at all the same. */
    private static Optional<Cursor> parse(final byte[] content) throws CharacterCodingException {
        final String[] parts = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString()
                .split(SEPARATOR, 3);
        if (parts.length < 3 || !QUERY_ID.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        final double value = Double.parseDouble(parts[1]);
        return Double.isFinite(value)
                ? Optional.of(new Cursor(parts[0], new Position(value, parts[2])))
                : Optional.empty();
    }

    private static byte[] checksum(final byte[] content, final ProductSearch search) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(search.identity().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return Arrays.copyOf(digest.digest(content), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
