package marketplace.streams.bans;

import java.util.Optional;

/**
 * That a product is banned.
 *
 * @param reason why, in the moderator's words, if there were any
 */
record Ban(Optional<String> reason) {}
