package marketplace.streams.bans;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How a standing is kept in the store: a byte that says what follows, the publication's offset, name and shop, the ban's
 * reason. Written by this service and read by this service only; what an earlier one wrote has no shop.
 */
final class StandingSerde implements Serde<Standing> {
    private static final int PUBLISHED = 1;
    private static final int BANNED = 2;
    private static final int WITH_REASON = 4;
    private static final int WITH_STORE = 8;
    private static final int KNOWN = PUBLISHED | BANNED | WITH_REASON | WITH_STORE;

    @Override
    public Serializer<Standing> serializer() {
        return (topic, standing) -> standing == null ? null : write(standing);
    }

    @Override
    public Deserializer<Standing> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static byte[] write(final Standing standing) {
        final Optional<String> reason = standing.ban().flatMap(Ban::reason);
        final Optional<String> owner = standing.owner();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte((standing.publication().isPresent() ? PUBLISHED : 0)
                    | (standing.ban().isPresent() ? BANNED : 0)
                    | (reason.isPresent() ? WITH_REASON : 0)
                    | (owner.isPresent() ? WITH_STORE : 0));
            if (standing.publication().isPresent()) {
                out.writeLong(standing.publication().get().offset());
                out.writeUTF(standing.publication().get().name());
            }
            if (owner.isPresent()) {
                out.writeUTF(owner.get());
            }
            if (reason.isPresent()) {
                out.writeUTF(reason.get());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    private static Standing read(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            final int what = in.readByte();
            if ((what & ~KNOWN) != 0) {
                throw new SerializationException("The stored standing of a product is of a newer kind: " + what);
            }
            final Optional<Publication> publication = (what & PUBLISHED) == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Publication(in.readLong(), in.readUTF(), (what & WITH_STORE) == 0 ? "" : in.readUTF()));
            final Optional<String> reason = (what & WITH_REASON) == 0 ? Optional.empty() : Optional.of(in.readUTF());
            return new Standing(publication, (what & BANNED) == 0 ? Optional.empty() : Optional.of(new Ban(reason)));
        } catch (final IOException e) {
            throw new SerializationException("The stored standing of a product cannot be read", e);
        }
    }
}
