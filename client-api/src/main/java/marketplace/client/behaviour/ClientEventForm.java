package marketplace.client.behaviour;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What is sent about a client, for the documentation: {@link ClientEventReader} reads it. */
@Schema(name = "ClientEvent", description = "A client did something with a product.")
record ClientEventForm(
        @Schema(
                description = "What the client did.",
                type = "string",
                example = "view",
                allowableValues = {"view", "cart", "purchase"})
        String kind,

        @Schema(description = "Who did it.", example = "client-1", maxLength = 100)
        String clientId,

        @Schema(description = "The product that it was done with.", example = "3", maxLength = 100)
        String productId,

        @Schema(description = "The search that led to it, if one did.", nullable = true, maxLength = 100)
        String queryId,

        @Schema(description = "When it happened; else now.", nullable = true)
        Instant at,

        @Schema(
                description = "Identifies the event, so that it counts once however often it is sent. If it is not"
                        + " given, it follows from the other fields where `at` is given, and is a new one otherwise.",
                nullable = true,
                maxLength = 100)
        String eventId) {}
