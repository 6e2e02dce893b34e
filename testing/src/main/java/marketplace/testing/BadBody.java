package marketplace.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A JSON body that an upload refuses, or one of its items. It is made of a good item that one thing was done to, so that
 * nothing else can be what is refused.
 *
 * @param name what is wrong with it
 * @param status how it is answered
 * @param says what the answer says of it, word for word
 */
public record BadBody(String name, BodyPublisher body, int status, String says) {
    private static final int REFUSED = 422;
    private static final int BROKEN = 400;
    private static final String NOT_JSON = fault("", "is not JSON");
    private static final String NO_OBJECT = fault("", "must be a JSON object");

    /** Stands for bytes in a text. */
    private static final String BYTES = "??";

    /**
     * All of them.
     *
     * @param field a field of an item that is a text of one line
     * @param item makes a good item, a JSON object, with that text in the field
     */
    public static Stream<BadBody> of(String field, UnaryOperator<String> item) {
        var good = item.apply("good");
        return Stream.of(
                refused("deep", "[".repeat(100_000) + "]".repeat(100_000), NOT_JSON),
                refused("deep objects", with(good, "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)), NOT_JSON),
                refused("one huge text", item.apply("x".repeat(5_000_000)), fault("", "is longer than an item may be")),
                refused("a long text", item.apply("x".repeat(10_000)), fault(field, "must have at most ")),
                refused("a huge number", with(good, "9".repeat(100_000)), NOT_JSON),
                refused("an unknown field", with(good, "1"), fault("odd", "is not known here")),
                refused("a field twice", with(with(good, "1"), "1"), NOT_JSON),
                refused("a control character", item.apply("\\u0000"), fault(field, "must not have control characters")),
                refused("one as it is", item.apply("\u0001"), NOT_JSON),
                refused("a line break", item.apply("a\\nb"), fault(field, "must not have control characters")),
                refused("half a character", item.apply("\\ud83d"), fault(field, "must be Unicode text")),
                refused("no UTF-8", item.apply(BYTES), NOT_JSON, 0xc3, 0x28),
                refused("a character that was cut", item.apply(BYTES), NOT_JSON, 0xd0, 0x22),
                refused("wrong types", "[1,\"a\",null,true,[],{}]", NO_OBJECT),
                refused("a number alone", "5", NO_OBJECT),
                refused("no JSON", "<xml/>", NOT_JSON),
                refused("zeros", "\u0000\u0000\u0000", NOT_JSON),
                broken("never closed", "[" + "{".repeat(100_000), "The array breaks off at element 0."),
                broken("cut off", "[" + good + "," + good.substring(0, 10), "The array breaks off at element 1."),
                broken("a comma too many", "[" + good + ",]", "Element 1 of the array is missing."),
                broken("something behind", "[" + good + "] []", "Something follows the end of the array."),
                broken("blank", "   ", "The body is empty."));
    }

    private static BadBody refused(String name, String body, String says) {
        return new BadBody(name, BodyPublishers.ofString(body), REFUSED, says);
    }

    /** With these bytes in the place of {@link #BYTES}. */
    private static BadBody refused(String name, String body, String says, int first, int second) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        int at = body.substring(0, body.indexOf(BYTES)).getBytes(StandardCharsets.UTF_8).length;
        bytes[at] = (byte) first;
        bytes[at + 1] = (byte) second;
        return new BadBody(name, BodyPublishers.ofByteArray(bytes), REFUSED, says);
    }

    private static BadBody broken(String name, String body, String detail) {
        return new BadBody(name, BodyPublishers.ofString(body), BROKEN, "\"detail\":\"" + detail + "\"");
    }

    /** The item with one field more. */
    private static String with(String item, String value) {
        return item.substring(0, item.lastIndexOf('}')) + ",\"odd\":" + value + "}";
    }

    /** How an answer begins to tell the faults of an item. */
    public static String fault(String field, String reason) {
        return "\"errors\":[{\"field\":\"" + field + "\",\"reason\":\"" + reason;
    }

    @Override
    public String toString() {
        return name;
    }
}
