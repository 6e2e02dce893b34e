package marketplace.shop.bans;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A ban that is in force. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Ban", description = "A ban that is in force.")
record Ban(
        @Schema(example = "3") String productId,
        @Nullable @Schema(example = "подделка") String reason,
        Instant bannedAt) {}
