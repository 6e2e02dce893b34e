package marketplace.acceptance.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import marketplace.acceptance.platform.Sighting;
import marketplace.acceptance.platform.Waiting;
import marketplace.catalogue.Cluster;
import marketplace.schemas.Topics;

/** What passed the filter is in the tables on HDFS, in the file and in the search. */
final class Stored implements Criterion {
    private static final String ALLOWED = Topics.ALLOWED_PRODUCTS.name();

    @Override
    public int number() {
        return 6;
    }

    @Override
    public String title() {
        return "filtered data is stored: HDFS, file, search";
    }

    @Override
    public Finding examine(final Ground ground) throws IOException, InterruptedException {
        final Evidence evidence = new Evidence();
        final String product = ground.visitor().own("stored");
        ground.visitor().publish(List.of(product), ground.visitor().own("stored"));
        final Optional<Sighting> mirrored =
                ground.lookout().await(Cluster.TARGET, ALLOWED, product, sighting -> true, Ground.PATIENCE);
        if (evidence.holds(mirrored.isPresent(), "a product passed the filter and is on the target cluster")) {
            lake(ground, mirrored.get(), evidence);
        }
        file(ground, product, evidence);
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> ground.documents("products", "product_id", product) == 1),
                "it is in the search, once");
        return evidence.finding();
    }

    private static void lake(final Ground ground, final Sighting record, final Evidence evidence)
            throws IOException, InterruptedException {
        final JsonNode run = new LakeRuns(ground).export();
        evidence.holds(
                LakeRuns.isDone(run),
                "the export came to its end%s",
                run.path("error").isMissingNode()
                        ? ""
                        : ": " + run.path("error").asText());
        final long next = stream(run.path("topics"))
                .filter(topic -> topic.path("topic").asText().equals(ALLOWED))
                .flatMap(topic -> stream(topic.path("partitions")))
                .filter(partition ->
                        partition.path("partition").asInt() == record.record().partition())
                .mapToLong(partition -> partition.path("next").asLong())
                .findFirst()
                .orElse(-1);
        evidence.holds(
                next > record.record().offset(),
                "its record, %s, is in the table, which goes up to offset %d there",
                record.place(),
                next);
        for (final JsonNode table : ground.ask(ground.requests().tables())) {
            evidence.holds(
                    !table.path("location").isMissingNode(),
                    "%s: %,d rows in %,d files, %,d bytes, at %s",
                    table.path("table").asText(),
                    table.path("rows").asLong(),
                    table.path("files").asLong(),
                    table.path("bytes").asLong(),
                    table.path("location").asText());
            evidence.figure(
                    table.path("table").asText() + "_rows", table.path("rows").asLong());
        }
    }

    private static void file(final Ground ground, final String product, final Evidence evidence)
            throws IOException, InterruptedException {
        final Path file = ground.platform().data().resolve("files").resolve("products.out");
        evidence.holds(
                Waiting.until(Ground.PATIENCE, () -> Files.exists(file) && lines(file, product) == 1),
                "the file sink wrote one line for it into %s",
                file.getFileName());
    }

    private static long lines(final Path file, final String product) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"" + product + "\"")).count();
        }
    }

    private static Stream<JsonNode> stream(final JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
