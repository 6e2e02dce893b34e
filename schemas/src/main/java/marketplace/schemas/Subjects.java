package marketplace.schemas;

/** Names subjects as Confluent's TopicNameStrategy does. */
final class Subjects {
    private Subjects() {}

    static String suffix(final boolean isKey) {
        return isKey ? "-key" : "-value";
    }
}
