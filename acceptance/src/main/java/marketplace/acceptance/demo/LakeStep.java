package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What is on the target cluster is in Iceberg tables on HDFS. */
final class LakeStep implements Step {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String title() {
        return "get_data: the mirrored data is brought into tables on HDFS";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Stage stage = scene.stage();
        final JsonNode run = end(scene, stage.send(scene.requests().export()));
        stage.evidence(
                run.path("state").asText().equals("done"),
                "the run is %s: everything that stood on %d topics is in the tables",
                run.path("state").asText(),
                run.path("topics").size());
        for (final JsonNode table : stage.send(scene.requests().tables())) {
            if (!table.hasNonNull("location")) {
                stage.note("%s is still empty", table.path("table").asText());
                continue;
            }
            final JsonNode files = stage.ask(scene.requests()
                            .folder(URI.create(table.path("location").asText()).getPath()))
                    .path("ContentSummary");
            stage.evidence(
                    files.path("fileCount").asLong() > 0,
                    "%s: %,d rows in %,d Parquet files; at %s there are %,d files, %,d bytes, three times",
                    table.path("table").asText(),
                    table.path("rows").asLong(),
                    table.path("files").asLong(),
                    table.path("location").asText(),
                    files.path("fileCount").asLong(),
                    files.path("length").asLong());
        }
    }

    /** Brings everything that stands on the topics now into the tables. */
    static JsonNode end(final Scene scene, final JsonNode run) throws IOException, InterruptedException {
        final String id = run.path("run_id").asText();
        return scene.stage()
                .await("the tables", PATIENCE, () -> {
                    final JsonNode now = scene.stage().ask(scene.requests().exportRun(id));
                    return now.path("state").asText().equals("running") ? Optional.empty() : Optional.of(now);
                })
                .orElse(run);
    }
}
