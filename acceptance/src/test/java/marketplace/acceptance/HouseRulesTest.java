package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The house as it is compiled keeps its rules; and each rule notices a small house that breaks it. */
class HouseRulesTest {
    /** Rooms with a cycle that is known, and a line that says which. None is the aim. */
    private static final Set<String> ROOMS_WITH_A_KNOWN_CYCLE = Set.of();

    private static final HouseRules RULES = new HouseRules(Rooms.OF_THE_HOUSE);

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() throws IOException {
        house = CompiledHouse.read();
    }

    @Test
    void the_whole_house_is_looked_at() {
        assertThat(house.stream()
                        .flatMap(type -> Rooms.OF_THE_HOUSE.of(type).stream())
                        .map(Rooms.Room::name))
                .contains("schemas", "catalogue", "engines", "local", "bench");
    }

    @Test
    void the_table_names_only_rooms_that_it_has() {
        var names = Rooms.OF_THE_HOUSE.rooms().stream().map(Rooms.Room::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(Rooms.OF_THE_HOUSE.rooms())
                .allSatisfy(room -> assertThat(names).containsAll(room.mayUse()));
    }

    @Test
    void every_package_is_in_a_room() {
        RULES.everyPackageIsInARoom().check(house);
    }

    @Test
    void each_room_uses_only_the_rooms_that_it_may() {
        RULES.eachRoomUsesOnlyTheRoomsThatItMay().check(house);
    }

    @Test
    void only_testing_uses_the_launcher() {
        RULES.onlyTestingUsesTheLauncher().check(house);
    }

    @Test
    void the_contract_uses_no_other_room() {
        RULES.theContractUsesNoOtherRoom().check(house);
    }

    @Test
    void the_domain_does_not_know_the_edges() {
        RULES.theDomainDoesNotKnowTheEdges().check(house);
    }

    @Test
    void no_room_has_a_cycle() {
        RULES.noRoomHasACycle(ROOMS_WITH_A_KNOWN_CYCLE).check(house);
    }

    @Test
    void nothing_is_injected_into_fields() {
        RULES.nothingIsInjectedIntoFields().check(house);
    }

    @Test
    void nobody_prints_a_stack_trace() {
        RULES.nobodyPrintsAStackTrace().check(house);
    }

    /** A house of a few classes that breaks every rule: the checks above are worth something only if they see it. */
    @Nested
    class In_a_house_that_breaks_them {
        private static final String BASE = "marketplace.acceptance.broken";

        private final JavaClasses broken = new ClassFileImporter().importPackages(BASE);
        private final HouseRules rules = new HouseRules(new Rooms(
                BASE,
                List.of(
                        Rooms.tool("schemas", Set.of()),
                        Rooms.tool("local", Set.of()),
                        Rooms.service("shop"),
                        Rooms.service("client"))));

        private AbstractThrowableAssert<?, ?> assertBroken(ArchRule rule) {
            return assertThatThrownBy(() -> rule.check(broken))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("because");
        }

        @Test
        void a_service_that_imports_another_is_seen() {
            assertBroken(rules.eachRoomUsesOnlyTheRoomsThatItMay())
                    .hasMessageContaining("shop may use only schemas, service, but uses client")
                    .hasMessageContaining("Counter.java")
                    .hasMessageContaining("goes onto a topic");
        }

        @Test
        void a_room_that_nobody_named_is_seen_and_said_once() {
            assertBroken(rules.everyPackageIsInARoom())
                    .hasMessageContaining("was violated (1 times)")
                    .hasMessageContaining(BASE + ".garage")
                    .hasMessageContaining("add it to the table in Rooms");
        }

        @Test
        void a_service_that_uses_the_launcher_is_seen() {
            assertBroken(rules.onlyTestingUsesTheLauncher()).hasMessageContaining("Counter");
        }

        @Test
        void a_contract_that_uses_a_service_is_seen() {
            assertBroken(rules.theContractUsesNoOtherRoom()).hasMessageContaining("Price");
        }

        @Test
        void a_domain_that_knows_kafka_is_seen() {
            assertBroken(rules.theDomainDoesNotKnowTheEdges()).hasMessageContaining("Basket");
        }

        @Test
        void a_cycle_is_seen_unless_its_room_is_spared() {
            assertBroken(rules.noRoomHasACycle(Set.of())).hasMessageContaining(BASE + ".shop.domain");
            rules.noRoomHasACycle(Set.of("shop")).check(broken);
        }

        @Test
        void an_injected_field_is_seen() {
            assertBroken(rules.nothingIsInjectedIntoFields()).hasMessageContaining("Counter.basket");
        }

        @Test
        void a_printed_stack_trace_is_seen() {
            assertBroken(rules.nobodyPrintsAStackTrace()).hasMessageContaining("Counter.complain");
        }
    }
}
