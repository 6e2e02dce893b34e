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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rejected items of an upload as JSON, the first in memory and, of very many, the rest in a file. Past a size they are
 * counted and not listed: a body of nothing but nonsense, which costs its sender little, must not fill a disk.
 */
final class Rejections {
    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_IN_MEMORY = 16 * 1024;
    private static final long MOST_LISTED = 16 * 1024 * 1024;

    private final String position;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private Path file;
    private OutputStream rest;
    private long listedBytes;
    private long count;
    private long unlisted;

    Rejections(final Framing framing) {
        this.position = framing.position();
    }

    synchronized void add(final long at, final List<FieldError> errors) {
        try {
            final byte[] item = json(at, errors);
            if (unlisted > 0 || listedBytes + item.length > MOST_LISTED) {
                unlisted++;
            } else {
                list(item);
            }
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException("The list of rejected items cannot be kept: " + e.getMessage(), e);
        }
    }

    private void list(final byte[] item) throws IOException {
        final OutputStream out = listedBytes + item.length <= MOST_IN_MEMORY ? first : rest();
        if (count > 0) {
            out.write(',');
        }
        out.write(item);
        listedBytes += item.length;
    }

    private byte[] json(final long at, final List<FieldError> errors) throws IOException {
        final ByteArrayOutputStream item = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(item)) {
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
        return item.toByteArray();
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

    /** How many of them are not in the list. */
    synchronized long unlisted() {
        return unlisted;
    }

    /** The list as the elements of a JSON array, to be read once; nothing may be added any more. */
    synchronized InputStream elements() throws IOException {
        final InputStream begin = new ByteArrayInputStream(first.toByteArray());
        if (rest == null) {
            return begin;
        }
        try {
            rest.close();
            return new SequenceInputStream(begin, Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            // Most often the disk is full: what was written is in nobody's way any more.
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Forgets the list. */
    synchronized void discard() {
        first.reset();
        count = 0;
        if (rest == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            rest.close();
        } catch (IOException e) {
            LOG.warn("A list of rejected items that nobody reads was not given up in order: {}", e.getMessage());
        }
        rest = null;
    }
}
