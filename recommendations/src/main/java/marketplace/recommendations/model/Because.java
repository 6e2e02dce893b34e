package marketplace.recommendations.model;

import java.io.Serializable;
import java.util.Locale;

/** Why a product is shown, in words for whoever sees it. */
enum Because implements Serializable {
    TOGETHER("вместе смотрят с «%s»", "вместе смотрят"),
    SEARCHED("потому что вы искали «%s»", "потому что вы искали"),
    SIMILAR("похоже на «%s»", "похоже на то, что вы смотрели"),
    TRENDING("сейчас популярно", "сейчас популярно"),
    NEW("новинка", "новинка");

    private final String pattern;
    private final String withoutName;

    Because(final String pattern, final String withoutName) {
        this.pattern = pattern;
        this.withoutName = withoutName;
    }

    /** @param name the product or the words that it is because of; null if there is no name for it */
    String of(final String name) {
        return name == null ? withoutName : String.format(Locale.ROOT, pattern, name);
    }
}
