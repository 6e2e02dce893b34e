package marketplace.shop.bans;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A page of the list of bans.
 *
 * @param next what to ask for next, if there is more
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BanPage", description = "A page of the bans in force.")
record BanPage(
        @Schema(description = "How many bans there are in all.")
        long total,

        List<Ban> bans,

        @Nullable @Schema(description = "The value of `after` for the next page, if there is one.")
        String next) {}
