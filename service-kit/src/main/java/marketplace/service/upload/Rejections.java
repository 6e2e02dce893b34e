package marketplace.service.upload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import marketplace.service.http.FieldError;

/** The rejected items of an upload as JSON, the first in memory and, of very many, the rest in a file. */
final class Rejections {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_IN_MEMORY = 1 << 20;

    private final String position;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private Path file;
    private OutputStream rest;
    private long count;

    Rejections(final Framing framing) {
        this.position = framing.position();
    }

    synchronized void add(final long at, final List<FieldError> errors) {
        try {
            final OutputStream out = first.size() < MOST_IN_MEMORY ? first : rest();
            if (count++ > 0) {
                out.write(',');
            }
            write(at, errors, out);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of rejected items cannot be kept: " + e.getMessage(), e);
        }
    }

    private void write(final long at, final List<FieldError> errors, final OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeNumberField(position, at);
            json.writeArrayFieldStart("errors");
            for (final FieldError error : errors) {
                json.writeStartObject();
                json.writeStringField("field", error.field());
                json.writeStringField("reason", error.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private OutputStream rest() throws IOException {
        if (rest == null) {
            file = Files.createTempFile("rejected-", ".json");
            rest = new BufferedOutputStream(Files.newOutputStream(file));
        }
        return rest;
    }

    synchronized long count() {
        return count;
    }

    /** The list as the elements of a JSON array, to be read once; nothing may be added any more. */
    synchronized InputStream elements() throws IOException {
        final InputStream begin = new ByteArrayInputStream(first.toByteArray());
        if (rest == null) {
            return begin;
        }
        rest.close();
        return new SequenceInputStream(begin, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Forgets the list. */
    synchronized void discard() {
        first.reset();
        count = 0;
        try {
            if (rest != null) {
                rest.close();
                Files.deleteIfExists(file);
                rest = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
