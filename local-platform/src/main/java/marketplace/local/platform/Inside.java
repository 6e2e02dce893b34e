package marketplace.local.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What lives inside a part, and since when each was seen as it is. */
final class Inside {
    private record Seen(PartState state, Instant since) {}

    private final InnerParts parts;
    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    Inside(InnerParts parts, Clock clock) {
        this.parts = parts;
        this.clock = clock;
    }

    List<PartStatus> status() {
        return parts.look().stream().map(this::status).toList();
    }

    private PartStatus status(InnerPart part) {
        return new PartStatus(
                part.name(),
                part.state(),
                since(part),
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                part.address(),
                part.note());
    }

    private synchronized Instant since(InnerPart part) {
        return seen.compute(
                        part.name(),
                        (name, before) -> before != null && before.state() == part.state()
                                ? before
                                : new Seen(part.state(), clock.instant()))
                .since();
    }
}
