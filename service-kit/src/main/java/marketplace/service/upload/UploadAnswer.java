package marketplace.service.upload;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import marketplace.service.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what became of an upload. The list of rejected items can be as long as the upload, so it is streamed. */
final class UploadAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(UploadAnswer.class);
    private static final JsonFactory JSON = new JsonFactory();

    private UploadAnswer() {}

    static HttpResponse<?> of(final UploadReport report) {
        if (report.failure().isPresent()) {
            LOG.warn(
                    "An upload failed after {} items were accepted",
                    report.accepted(),
                    report.failure().get());
            return answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "What was accepted is safe; of the rest that is not certain. Send it all again: what is stored already"
                            + " is stored twice then, under the same key.",
                    report);
        }
        if (report.broken().isPresent()) {
            return answer(HttpStatus.BAD_REQUEST, report.broken().get(), report);
        }
        if (report.accepted() == 0 && report.rejections().count() > 0) {
            return answer(HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was accepted.", report);
        }
        return answer(HttpStatus.OK, "", report);
    }

    private static HttpResponse<?> answer(final HttpStatus status, final String detail, final UploadReport report) {
        final boolean good = status == HttpStatus.OK;
        final InputStream body = new SequenceInputStream(Collections.enumeration(List.of(
                head(status, detail, report.accepted()),
                elements(report),
                tail(report.rejections().unlisted()))));
        final MediaType type = good ? MediaType.APPLICATION_JSON_TYPE : MediaType.of(Problem.MEDIA_TYPE);
        final MutableHttpResponse<?> response = HttpResponse.status(status).body(new StreamedFile(body, type));
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", Integer.toString(Problem.RETRY_AFTER_SECONDS));
        }
        return response;
    }

    private static InputStream head(final HttpStatus status, final String detail, final long accepted) {
        final ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(head).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)) {
            json.writeStartObject();
            if (status != HttpStatus.OK) {
                json.writeStringField("type", "about:blank");
                json.writeStringField("title", status.getReason());
                json.writeNumberField("status", status.getCode());
                json.writeStringField("detail", detail);
            }
            json.writeNumberField("accepted", accepted);
            json.writeArrayFieldStart("rejected");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(head.toByteArray());
    }

    private static InputStream elements(final UploadReport report) {
        try {
            return report.rejections().elements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream tail(final long unlisted) {
        final String tail = unlisted > 0 ? "],\"unlisted\":" + unlisted + "}" : "]}";
        return new ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8));
    }
}
