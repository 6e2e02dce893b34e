package marketplace.service.http;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is wrong with a field. */
@Serdeable
@Schema(description = "What is wrong with a field.")
public record FieldError(
        @Schema(description = "Its path", example = "price.amount")
        String field,

        @Schema(example = "must be a number") String reason) {}
