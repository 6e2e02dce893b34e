package marketplace.local.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.OptionalLong;
import marketplace.local.platform.PartStatus;

/**
 * What {@code status} tells, for people and for programs.
 *
 * @param phase {@code starting}, {@code ready}, {@code degraded} (a part is not ready), {@code stopping}, or {@code
 *     down}
 * @param readySeconds how long the platform took to become ready; nothing before it was
 */
public record StatusReport(
        String phase,
        @JsonProperty("data") String data,
        @JsonProperty("port_offset") int portOffset,
        @JsonProperty("launcher_pid") long launcherPid,
        @JsonProperty("ready_seconds") Double readySeconds,
        @JsonProperty("resident_bytes") long residentBytes,
        List<PartReport> parts) {

    /** One part; what is not known is null. */
    public record PartReport(
            String name,
            String state,
            String since,
            @JsonProperty("ready_seconds") double readySeconds,
            Long pid,
            @JsonProperty("resident_bytes") Long residentBytes,
            @JsonProperty("cpu_seconds") Double cpuSeconds,
            String address,
            String note) {

        public static PartReport of(PartStatus status) {
            return new PartReport(
                    status.name(),
                    status.state().label(),
                    status.since().toString(),
                    status.took().toMillis() / 1000.0,
                    orNull(status.pid()),
                    orNull(status.residentBytes()),
                    status.cpuMillis().isPresent() ? status.cpuMillis().getAsLong() / 1000.0 : null,
                    status.address(),
                    status.note());
        }

        private static Long orNull(OptionalLong value) {
            return value.isPresent() ? value.getAsLong() : null;
        }
    }
}
