package marketplace.streams.bans;

import java.util.Optional;
import marketplace.service.log.LimitedLog;

/** What happens to products, told in lines that somebody who follows the log wants to read. */
final class BanStory {
    private final LimitedLog log;

    BanStory(final LimitedLog log) {
        this.log = log;
    }

    void passed(final String id, final Publication product) {
        log.say(() -> called(id, product) + " passed");
    }

    void heldBack(final String id, final Publication product, final Ban ban) {
        log.say(() -> called(id, product) + " is banned" + because(ban) + " and was held back");
    }

    void withdrawn(final String id, final Publication product, final Ban ban) {
        log.say(() -> called(id, product) + " is banned" + because(ban) + " and was withdrawn");
    }

    void bannedUnseen(final String id, final Ban ban) {
        log.say(() -> "product " + id + " is banned" + because(ban) + " before anybody published it");
    }

    void returned(final String id, final Publication product) {
        log.say(() -> called(id, product) + " is not banned any more and came back");
    }

    void cannotReturn(final String id, final Publication product) {
        log.warn(() -> called(id, product) + " is not banned any more, but its last version is not on the topic any"
                + " more: it comes back when its shop publishes it");
    }

    void removed(final String id, final Publication product) {
        log.say(() -> called(id, product) + " was removed by its shop");
    }

    private static String called(final String id, final Publication product) {
        return "product " + Words.of(id) + " «" + product.name() + "»";
    }

    private static String because(final Ban ban) {
        final Optional<String> reason = ban.reason();
        return reason.isEmpty() ? "" : " (" + reason.get() + ")";
    }
}
