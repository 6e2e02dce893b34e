package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import marketplace.events.ProductBan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RegistryTest {
    private static final String SUBJECT = "orders-value";
    private static final String OLDER = """
            {"type":"record","name":"ProductBan","namespace":"marketplace.events",\
            "fields":[{"name":"product_id","type":"string"}]}""";

    private final Recorded recorded = new Recorded();
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new FakeRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void a_new_subject_gets_its_schema_and_then_its_level_and_the_second_time_nothing() {
        assertThat(contract(Catalogues.small()).apply(registry.access()).succeeded())
                .isTrue();

        assertThat(recorded.changes)
                .containsExactly(
                        "registry: register marketplace.events.ProductBan as the first version of subject orders-value",
                        "registry: set compatibility of subject orders-value: the registry's default -> BACKWARD");
        assertThat(registry.versions.get(SUBJECT).get(0)).contains("\"reason\"").doesNotContain("avro.java.string");
        assertThat(contract(Catalogues.small()).apply(registry.access()).unchanged())
                .isTrue();
    }

    @Test
    void a_level_that_somebody_changed_is_set_back() {
        registry.register(
                SUBJECT,
                ValueSchemas.withoutJavaStrings(ProductBan.getClassSchema()).toString());
        registry.levels.put(SUBJECT, "NONE");

        contract(Catalogues.small()).apply(registry.access());

        assertThat(recorded.changes)
                .containsExactly("registry: set compatibility of subject orders-value: NONE -> BACKWARD");
    }

    @Test
    void a_dry_run_registers_nothing_and_strangers_are_left_alone() {
        registry.register("homework-value", OLDER);

        Outcome outcome = contract(Catalogues.small()).plan(registry.access());

        assertThat(outcome.changes()).hasSize(2);
        assertThat(registry.writes).isEmpty();
        assertThat(recorded.notes)
                .containsExactly("registry: left alone, not in the catalogue: subjects homework-value");
    }

    @Test
    void an_incompatible_schema_is_one_line_and_nothing_is_changed_anywhere() {
        registry.register(SUBJECT, OLDER);

        Outcome outcome = contract(Catalogues.small()).apply(registry.access());

        assertThat(outcome.problems())
                .containsExactly("registry: subject orders-value refuses marketplace.events.ProductBan: "
                        + "a field has no default");
        assertThat(registry.writes).isEmpty();
    }

    @Test
    void where_the_registry_does_not_say_why_a_schema_does_not_fit_avro_does() {
        registry.register(SUBJECT, OLDER);
        registry.reasons = List.of();

        assertThat(contract(Catalogues.small()).apply(registry.access()).problems())
                .containsExactly("registry: subject orders-value refuses marketplace.events.ProductBan: "
                        + "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2: banned_at");
    }

    @Test
    void a_schema_that_is_refused_only_when_it_is_registered_is_one_line_too() {
        registry.register(SUBJECT, OLDER);
        registry.checksBeforehand = false;

        Outcome outcome = contract(Catalogues.small()).apply(registry.access());

        assertThat(outcome.problems())
                .containsExactly(registry.access().label()
                        + ": register marketplace.events.ProductBan as a new version of subject orders-value: "
                        + "Incompatible: a field has no default (status 409)");
    }

    @Test
    void a_class_that_is_missing_is_one_line() {
        Catalogue catalogue = Catalogues.read(Catalogues.SMALL.replace("ProductBan", "Gone"));

        assertThat(contract(catalogue).apply(registry.access()).problems())
                .containsExactly("registry: subject orders-value: there is no class marketplace.events.Gone "
                        + "(is its .avsc in the schemas module?)");
    }

    @Test
    void a_registry_that_is_down_is_one_line_with_its_address() {
        Outcome outcome = contract(Catalogues.small()).apply(RegistryAccess.of("http://127.0.0.1:1/apis/ccompat/v7"));

        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .startsWith("registry (http://127.0.0.1:1/apis/ccompat/v7): cannot be reached");
    }

    private Contract contract(Catalogue catalogue) {
        return new Contract(
                catalogue, Passwords.none(), Options.defaults().withTimeout(Duration.ofSeconds(10)), recorded);
    }
}
