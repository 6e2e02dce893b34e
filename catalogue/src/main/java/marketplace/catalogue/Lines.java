package marketplace.catalogue;

import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.kafka.common.resource.ResourceType;

/** Makes one line of what others say. */
final class Lines {
    private static final int LONGEST = 600;

    private Lines() {}

    static String single(String text) {
        String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** What people call a kind of resource. */
    static String kind(ResourceType type) {
        return type == ResourceType.TRANSACTIONAL_ID
                ? "transactional id"
                : type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Why something failed, in one line: the message, or the kind of failure where there is none. */
    static String reason(Throwable failure) {
        String message = single(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return message.isEmpty() ? failure.getClass().getSimpleName() : message;
    }
}
