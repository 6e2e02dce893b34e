package marketplace.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import marketplace.catalogue.Cluster;
import marketplace.events.Recommendations;
import marketplace.events.RecommendedProduct;
import marketplace.schemas.Topics;
import marketplace.testing.Engine;
import marketplace.testing.Engines;
import marketplace.testing.RunningEngines;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of the job from tables to the topic, one after the other on the same topic; a run is a process with a Spark of
 * its own, so what one of them shows is looked at by several tests.
 */
@Engines({Engine.TARGET, Engine.SCHEMA_REGISTRY})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PublishedIT {
    @TempDir
    private static Path folder;

    private static RunningEngines engines;
    private static LakeTables lake;
    private static JsonNode first;
    private static Map<String, Recommendations> published;

    @BeforeAll
    static void run(final RunningEngines running) {
        engines = running;
        lake = new LakeTables(folder.resolve("lake"));
        lake.putProducts(Shop.products());
        lake.banProducts(List.of(Shop.BANNED));
        lake.putEvents(Shop.events());
        lake.putSearches(Shop.searches());
        first = job(lake.uri(), "run-1", "--evaluate").result();
        published = live();
    }

    private static JobProcess job(final String warehouse, final String run, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("--warehouse", warehouse, "--run-id", run));
        arguments.addAll(List.of(more));
        return JobProcess.run(environment(), arguments.toArray(String[]::new));
    }

    /** The service's own rights, and no others. */
    private static Map<String, String> environment() {
        final Map<String, String> environment = new HashMap<>();
        final Map<String, Object> settings = engines.clientSettings(Cluster.TARGET, "recommendations");
        settings.remove("schema.registry.url");
        settings.forEach((key, value) ->
                environment.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        environment.put("SCHEMA_REGISTRY_URL", engines.schemaRegistryUrl());
        return environment;
    }

    private static Map<String, Recommendations> live() {
        final Map<String, Recommendations> live = new HashMap<>();
        for (final ConsumerRecord<String, Recommendations> each : records()) {
            if (each.value() == null) {
                live.remove(each.key());
            } else {
                live.put(each.key(), each.value());
            }
        }
        return live;
    }

    /** Everything that is committed. */
    private static List<ConsumerRecord<String, Recommendations>> records() {
        final Map<String, Object> settings = engines.admin(Cluster.TARGET);
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, Recommendations> consumer = new KafkaConsumer<>(
                settings, Topics.RECOMMENDATIONS.keyDeserializer(), Topics.RECOMMENDATIONS.deserializer(settings))) {
            final List<TopicPartition> partitions = consumer.partitionsFor("recommendations").stream()
                    .map(partition -> new TopicPartition("recommendations", partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            final Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            final List<ConsumerRecord<String, Recommendations>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    @Test
    @Order(1)
    void every_client_has_one_record_and_so_has_everybody_else() {
        final List<ConsumerRecord<String, Recommendations>> records = records();

        assertThat(records).hasSize(62).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(published).containsKeys("*", Shop.BUYER, Shop.SEARCHER, "tea-lover-29");
        assertThat(published.values()).allMatch(each -> each.getRunId().equals("run-1"));
        assertThat(first.get("published").intValue()).isEqualTo(62);
        assertThat(first.get("withdrawn").intValue()).isZero();
        assertThat(first.get("clients").intValue()).isEqualTo(61);
        assertThat(first.get("cut_histories").intValue()).isZero();
        assertThat(first.get("products").intValue()).isEqualTo(25);
        assertThat(first.get("method").textValue()).isEqualTo("ease");
    }

    @Test
    @Order(1)
    void an_event_that_came_twice_counts_once() {
        assertThat(first.get("signals").intValue()).isEqualTo(30 * 6 * 2 + 1 + 3);
    }

    @Test
    @Order(1)
    void what_is_asked_for_is_measured_too() {
        assertThat(first.get("quality").get("model").get("recall_at_10").doubleValue())
                .isPositive();
    }

    @Test
    @Order(1)
    void a_banned_product_is_recommended_to_nobody() {
        assertThat(published.values())
                .allSatisfy(each -> assertThat(products(each)).doesNotContain(Shop.BANNED));
    }

    @Test
    @Order(1)
    void what_a_client_has_bought_or_seen_is_not_recommended_to_him() {
        assertThat(products(published.get(Shop.BUYER)))
                .isNotEmpty()
                .doesNotContain(Shop.BOUGHT, "lamp-2", "lamp-3", "lamp-4", "lamp-5");
    }

    @Test
    @Order(1)
    void what_goes_together_comes_first_and_says_so() {
        final RecommendedProduct best = published.get("tea-lover-3").getItems().get(0);

        assertThat(best.getProductId()).startsWith("tea-");
        assertThat(best.getReason()).startsWith("вместе смотрят с «Чай зелёный ");
        assertThat(best.getRank()).isEqualTo(1);
    }

    @Test
    @Order(1)
    void at_most_three_are_of_one_brand() {
        final Map<String, String> brands = Shop.products().stream()
                .collect(Collectors.toMap(product -> product.getProductId(), product -> product.getBrand()));

        assertThat(published.values()).allSatisfy(each -> assertThat(products(each).stream()
                        .collect(Collectors.groupingBy(brands::get, Collectors.counting()))
                        .values())
                .allMatch(count -> count <= 3));
    }

    @Test
    @Order(1)
    void who_searched_is_shown_what_was_found_because_of_that() {
        final RecommendedProduct best = published.get(Shop.SEARCHER).getItems().get(0);

        assertThat(best.getProductId()).startsWith("tea-");
        assertThat(best.getReason()).isEqualTo("потому что вы искали «зелёный чай»");
    }

    @Test
    @Order(1)
    void a_product_that_nobody_has_met_is_shown_to_those_who_like_its_like() {
        assertThat(published.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("lamp-lover-"))
                        .flatMap(each -> each.getValue().getItems().stream())
                        .filter(item -> item.getProductId().equals(Shop.UNSEEN))
                        .map(RecommendedProduct::getReason))
                .isNotEmpty()
                .allMatch(reason -> reason.startsWith("похоже на «Лампа настольная"));
    }

    @Test
    @Order(1)
    void everybody_else_is_shown_what_is_trending() {
        final List<RecommendedProduct> items = published.get("*").getItems();

        assertThat(items).hasSizeGreaterThan(10);
        assertThat(items.get(0).getReason()).isEqualTo("сейчас популярно");
        assertThat(items).isSortedAccordingTo((one, other) -> Double.compare(other.getScore(), one.getScore()));
    }

    @Test
    @Order(1)
    void a_later_rank_has_no_higher_score() {
        assertThat(published.values()).allSatisfy(each -> assertThat(each.getItems())
                .isSortedAccordingTo((one, other) -> Double.compare(other.getScore(), one.getScore())));
    }

    @Test
    @Order(2)
    void an_empty_lake_says_so_and_takes_nothing_away() {
        final JsonNode result =
                job(folder.resolve("empty").toUri().toString(), "run-empty").result();

        assertThat(result.get("published").intValue()).isZero();
        assertThat(result.get("clients").intValue()).isZero();
        assertThat(live()).hasSize(62);
    }

    @Test
    @Order(3)
    void joins_of_the_same_lake_keep_the_same_rules() {
        final JsonNode result = job(
                        lake.uri(), "run-joins", "--method", "joins", "--memory-weights", "0", "--history", "4")
                .result();

        assertThat(result.get("method").textValue()).isEqualTo("joins, ranked by joins");
        assertThat(result.get("cut_histories").intValue()).isEqualTo(40);
        final Map<String, Recommendations> now = live();
        assertThat(now).hasSize(62);
        assertThat(now.values()).allMatch(each -> each.getRunId().equals("run-joins"));
        assertThat(now.values()).allSatisfy(each -> assertThat(products(each)).doesNotContain(Shop.BANNED));
        assertThat(products(now.get(Shop.BUYER))).doesNotContain(Shop.BOUGHT, "lamp-2", "lamp-3");
        assertThat(now.get(Shop.SEARCHER).getItems().get(0).getReason())
                .isEqualTo("потому что вы искали «зелёный чай»");
        assertThat(now.get("tea-lover-3").getItems().get(0).getReason()).startsWith("вместе смотрят с «Чай");
    }

    @Test
    @Order(4)
    void a_run_that_fails_says_why_in_one_line_and_leaves_nothing() {
        final Map<String, String> environment = environment();
        environment.put("SCHEMA_REGISTRY_URL", "http://127.0.0.1:1");

        final JobProcess job = JobProcess.run(environment, "--warehouse", lake.uri(), "--run-id", "run-fails");

        assertThat(job.status()).isEqualTo(1);
        assertThat(job.error()).contains("registry").doesNotContain("\n");
        assertThat(job.lines()).as("it had not begun with any stage").noneMatch(line -> line.has("stage"));
        assertThat(records())
                .noneMatch(
                        each -> each.value() != null && each.value().getRunId().equals("run-fails"));
    }

    @Test
    @Order(5)
    void who_lost_all_recommendations_gets_a_tombstone() {
        lake.banProducts(
                Shop.products().stream().map(product -> product.getProductId()).toList());

        final JsonNode result = job(lake.uri(), "run-all-banned").result();

        assertThat(result.get("published").intValue()).isZero();
        assertThat(result.get("withdrawn").intValue()).isEqualTo(62);
        assertThat(live()).isEmpty();
    }

    private static List<String> products(final Recommendations recommendations) {
        return recommendations.getItems().stream()
                .map(RecommendedProduct::getProductId)
                .toList();
    }
}
