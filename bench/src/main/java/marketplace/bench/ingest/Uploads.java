package marketplace.bench.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import marketplace.bench.products.SampleProducts;
import marketplace.schemas.json.AvroJson;

/** So many products as NDJSON, ready to be sent over a number of connections at a time. */
final class Uploads {
    private static final int HTTP_OK = 200;
    private static final int CHUNK = 65_536;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI products;
    private final long count;
    private final List<List<byte[]>> bodies = new ArrayList<>();

    Uploads(final String shopApi, final SampleProducts samples, final long count, final int connections) {
        this.products = URI.create(shopApi + "/products");
        this.count = count;
        for (int part = 0; part < connections; part++) {
            bodies.add(lines(samples, count * part / connections, count * (part + 1) / connections));
        }
    }

    /** Chunks of a size that the network likes. */
    private static List<byte[]> lines(final SampleProducts samples, final long from, final long to) {
        final List<byte[]> chunks = new ArrayList<>();
        final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK + CHUNK / 8);
        for (long number = from; number < to; number++) {
            chunk.writeBytes(AvroJson.toBytes(samples.product(number)));
            chunk.write('\n');
            if (chunk.size() >= CHUNK) {
                chunks.add(chunk.toByteArray());
                chunk.reset();
            }
        }
        chunks.add(chunk.toByteArray());
        return chunks;
    }

    /** Bytes of JSON for each product. */
    double bytesOfOne() {
        return bodies.stream()
                        .flatMap(List::stream)
                        .mapToLong(chunk -> chunk.length)
                        .sum()
                / (double) count;
    }

    /** Sends all, and answers how many products a second that was, up to the last answer. */
    double send() throws IOException {
        final long begin = System.nanoTime();
        final List<CompletableFuture<Long>> answers = bodies.stream()
                .filter(body -> body.get(0).length > 0)
                .map(this::send)
                .toList();
        final long accepted = sum(answers);
        final double seconds = (System.nanoTime() - begin) / 1e9;
        if (accepted != count) {
            throw new IOException("Of " + count + " products shop-api accepted " + accepted);
        }
        return count / seconds;
    }

    private CompletableFuture<Long> send(final List<byte[]> body) {
        final HttpRequest request = HttpRequest.newBuilder(products)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Uploads::accepted);
    }

    private static long accepted(final HttpResponse<byte[]> answer) {
        try {
            if (answer.statusCode() != HTTP_OK) {
                throw new CompletionException(new IOException("shop-api answered " + answer.statusCode()));
            }
            return new ObjectMapper().readTree(answer.body()).path("accepted").asLong();
        } catch (final IOException e) {
            throw new CompletionException(e);
        }
    }

    private static long sum(final List<CompletableFuture<Long>> answers) throws IOException {
        try {
            return answers.stream().mapToLong(CompletableFuture::join).sum();
        } catch (final CompletionException e) {
            throw new IOException("Products were not accepted: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
