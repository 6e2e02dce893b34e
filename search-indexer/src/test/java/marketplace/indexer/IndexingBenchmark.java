package marketplace.indexer;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import marketplace.events.Product;
import marketplace.indexer.store.IndexDefinition;
import marketplace.schemas.Topics;
import marketplace.schemas.json.AvroJson;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.junit.jupiter.api.Test;

/** How fast, against bare bulk requests with the same documents and the same client. Run by its name alone. */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY, Engine.ELASTICSEARCH})
final class IndexingBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DOCUMENTS = Integer.getInteger("documents", 40_000);
    private static final int WARM_UP = DOCUMENTS / 2;
    private static final int BULK = 2_000;
    private static final int PER_SECOND = 500;
    private static final Pattern STORED =
            Pattern.compile("indexer_records_total\\{result=\"stored\",topic=\"allowed-products\"} (\\S+)");

    private final RunningEngines engines;
    private final Index index;

    IndexingBenchmark(final RunningEngines engines) {
        this.engines = engines;
        this.index = new Index(engines.elasticsearchUrl());
    }

    @Test
    void throughput() throws IOException {
        final double indexer;
        final double bare;
        try (TargetTopics topics = new TargetTopics(engines)) {
            publish(topics, 0, WARM_UP);
            try (SearchIndexer warm = SearchIndexer.on(engines, Map.of())) {
                await().atMost(PATIENCE).until(() -> stored(warm) >= WARM_UP);
            }
            publish(topics, WARM_UP, DOCUMENTS);
        }
        try (SearchIndexer service = SearchIndexer.on(engines, Map.of())) {
            indexer = rate(service);
            final ElasticsearchClient client = service.service().context().getBean(ElasticsearchClient.class);
            bare(client, "bare-warm-up", WARM_UP);
            bare = bare(client, "bare", DOCUMENTS);
        }
        report("indexer %.0f documents/s, bare bulk %.0f documents/s, ratio %.2f", indexer, bare, indexer / bare);
    }

    @Test
    void latency() throws InterruptedException {
        try (TargetTopics topics = new TargetTopics(engines);
                SearchIndexer service = SearchIndexer.on(engines, Map.of())) {
            await().atMost(PATIENCE).until(service::isReady);
            final int seconds = 30;
            final List<CompletableFuture<Long>> seen = new ArrayList<>();
            final long begun = System.nanoTime();
            for (int i = 0; i < seconds * PER_SECOND; i++) {
                final long due = begun + i * 1_000_000_000L / PER_SECOND;
                while (System.nanoTime() < due) {
                    Thread.sleep(1);
                }
                final String id = "latency-" + i;
                topics.put(Topics.ALLOWED_PRODUCTS, id, Events.product(id, "Лампа " + i));
                if (i % 100 == 0) {
                    seen.add(CompletableFuture.supplyAsync(() -> visible(id)));
                }
            }
            final long[] millis =
                    seen.stream().mapToLong(CompletableFuture::join).sorted().toArray();
            report(
                    "topic to visible at %d/s: p50 %d ms, p99 %d ms, longest %d ms of %d",
                    PER_SECOND,
                    millis[millis.length / 2],
                    millis[millis.length * 99 / 100],
                    millis[millis.length - 1],
                    millis.length);
            report(
                    "%s",
                    Arrays.stream(service.get("/prometheus").body().split("\n"))
                            .filter(line ->
                                    line.startsWith("indexer_latency_seconds_bucket{topic=\"allowed-products\""))
                            .toList());
        }
    }

    private long visible(final String id) {
        final long begun = System.nanoTime();
        while (index.isNotYetFound("products", id)) {
            try {
                Thread.sleep(10);
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void publish(final TargetTopics topics, final int from, final int count) {
        IntStream.range(from, from + count).forEach(i -> topics.put(Topics.ALLOWED_PRODUCTS, id(i), product(i)));
        topics.flush();
    }

    private static String id(final int number) {
        return "bench-" + number;
    }

    private static Product product(final int number) {
        return Events.product(id(number), "Клавиатура механическая номер " + number);
    }

    /** From the first thousand that is stored to the last. */
    private static double rate(final SearchIndexer service) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> stored(service) >= 1_000);
        final double first = stored(service);
        final long begun = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> stored(service) >= DOCUMENTS);
        return (DOCUMENTS - first) * 1e9 / (System.nanoTime() - begun);
    }

    private static double stored(final SearchIndexer service) {
        final Matcher matcher = STORED.matcher(service.get("/prometheus").body());
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    }

    private static double bare(final ElasticsearchClient client, final String name, final int count)
            throws IOException {
        client.indices().create(request -> request.index(name)
                .withJson(new StringReader(IndexDefinition.of("products").body().toString())));
        final List<byte[]> documents = IntStream.range(0, count)
                .mapToObj(i -> AvroJson.toBytes(product(i)))
                .toList();
        final AtomicInteger next = new AtomicInteger();
        final long begun = System.nanoTime();
        final List<CompletableFuture<Void>> lanes = IntStream.range(0, 2)
                .mapToObj(lane -> CompletableFuture.runAsync(() -> {
                    for (int from = next.getAndAdd(BULK); from < count; from = next.getAndAdd(BULK)) {
                        send(client, name, documents.subList(from, Math.min(count, from + BULK)), from);
                    }
                }))
                .toList();
        lanes.forEach(CompletableFuture::join);
        final double rate = count * 1e9 / (System.nanoTime() - begun);
        client.indices().delete(request -> request.index(name));
        return rate;
    }

    private static void send(
            final ElasticsearchClient client, final String name, final List<byte[]> documents, final int from) {
        final List<BulkOperation> operations = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            final int number = i;
            operations.add(BulkOperation.of(operation -> operation.index(document -> document.index(name)
                    .id(id(from + number))
                    .document(BinaryData.of(documents.get(number), ContentType.APPLICATION_JSON)))));
        }
        try {
            if (client.bulk(request -> request.operations(operations)).errors()) {
                throw new IllegalStateException("bare bulk was refused");
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut") // What a benchmark is for.
    private static void report(final String format, final Object... figures) {
        System.out.println("benchmark: " + String.format(Locale.ROOT, format, figures));
    }
}
