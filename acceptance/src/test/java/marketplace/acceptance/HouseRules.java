package marketplace.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of the house. Each says why it is there, and what to do instead of breaking it. */
final class HouseRules {
    private static final String[] EDGES = {"io.micronaut..", "org.apache.kafka..", "co.elastic..", "org.apache.hadoop.."
    };
    private static final Set<String> INJECTING = Set.of("Inject", "Autowired");

    private final Rooms rooms;

    HouseRules(Rooms rooms) {
        this.rooms = rooms;
    }

    ArchRule everyPackageIsInARoom() {
        return classes()
                .should(beInARoom())
                .as("Every package is in a room of the house")
                .because("a room that nobody named has no rules: name it in the table in Rooms, with the rooms that it"
                        + " may use");
    }

    ArchRule eachRoomUsesOnlyTheRoomsThatItMay() {
        return classes()
                .should(useOnlyRoomsThatTheyMay())
                .as("Each room uses only the rooms that the table in Rooms allows it")
                .because(
                        "services meet in the contract and on topics, never in each other's code: what two of them need"
                                + " goes into schemas, what one tells another goes onto a topic; a tool that needs one more room"
                                + " says so in the table");
    }

    ArchRule onlyTestingUsesTheLauncher() {
        return noClasses()
                .that(describe("are outside local and testing", type -> !rooms.isIn(type, "local", "testing")))
                .should()
                .dependOnClassesThat(describe("are in local", type -> rooms.isIn(type, "local")))
                .allowEmptyShould(true)
                .as("Nothing but testing uses the launcher")
                .because(
                        "in containers there is no launcher: an address, a password or a file that a part needs comes to"
                                + " it as a setting");
    }

    ArchRule theContractUsesNoOtherRoom() {
        return noClasses()
                .that(describe("are in schemas", type -> rooms.isIn(type, "schemas")))
                .should()
                .dependOnClassesThat(
                        describe("are in another room", type -> rooms.isOurs(type) && !rooms.isIn(type, "schemas")))
                .allowEmptyShould(true)
                .as("The contract uses no other room")
                .because("everybody depends on it, so whatever it used would come to everybody: move the code into the"
                        + " room that needs it");
    }

    ArchRule theDomainDoesNotKnowTheEdges() {
        return noClasses()
                .that(describe("are in the domain of a service", this::isDomain))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES)
                .allowEmptyShould(true)
                .as("The domain of a service is plain Java")
                .because(
                        "it is to be read and tested without HTTP, Kafka, Elasticsearch or HDFS: let the domain name an"
                                + " interface, and implement that at the edge");
    }

    private boolean isDomain(JavaClass type) {
        return rooms.of(type).filter(Rooms.Room::isService).isPresent()
                && ("." + type.getPackageName() + ".").contains(".domain.");
    }

    /** @param spared the names of rooms in which there is a cycle that is known */
    ArchRule noRoomHasACycle(Set<String> spared) {
        return slices().assignedFrom(packagesOfRooms(spared))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("The packages inside a room form no cycle")
                .because("packages that need each other are one package: move the class that both need below them, or"
                        + " turn one direction into an interface");
    }

    private SliceAssignment packagesOfRooms(Set<String> spared) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return rooms.of(type)
                        .filter(room -> !spared.contains(room.name()))
                        .map(room -> SliceIdentifier.of(type.getPackageName()))
                        .orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "the packages of each room";
            }
        };
    }

    ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(injecting())
                .allowEmptyShould(true)
                .as("Nothing is injected into fields")
                .because(
                        "a class says in its constructor what it needs, so that it can be made in a test with new: make"
                                + " the field final and a parameter of the constructor");
    }

    private static DescribedPredicate<JavaAnnotation<?>> injecting() {
        return describe(
                "an annotation that injects",
                annotation -> INJECTING.contains(annotation.getRawType().getSimpleName()));
    }

    ArchRule nobodyPrintsAStackTrace() {
        return noClasses()
                .should()
                .callMethodWhere(describe("a stack trace is printed", HouseRules::printsAStackTrace))
                .allowEmptyShould(true)
                .as("Nobody prints a stack trace")
                .because("standard error is for one line that says what to do: log the exception with what was being"
                        + " done, or let it go to somebody who can answer");
    }

    private static boolean printsAStackTrace(JavaCall<?> call) {
        return call.getName().equals("printStackTrace") && call.getTargetOwner().isAssignableTo(Throwable.class);
    }

    private ArchCondition<JavaClass> useOnlyRoomsThatTheyMay() {
        return new ArchCondition<>("use only rooms that they may") {
            /** A class that another uses in many places is said once, with the first place. */
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                rooms.of(type).ifPresent(room -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> rooms.of(dependency.getTargetClass())
                                .filter(other -> !room.mayUse(other))
                                .isPresent())
                        .collect(Collectors.toMap(
                                Dependency::getTargetClass,
                                Function.identity(),
                                HouseRules::first,
                                () -> new TreeMap<>(Comparator.comparing(JavaClass::getName))))
                        .values()
                        .forEach(dependency -> events.add(violated(room, dependency))));
            }

            private ConditionEvent violated(Rooms.Room room, Dependency dependency) {
                var other = rooms.of(dependency.getTargetClass()).orElseThrow();
                return SimpleConditionEvent.violated(
                        dependency,
                        room.name() + " may use " + room.whatItMayUse() + ", but uses " + other.name() + ": "
                                + dependency.getOriginClass().getName() + " needs "
                                + dependency.getTargetClass().getName() + " in "
                                + dependency.getSourceCodeLocation());
            }
        };
    }

    /** The one further up in the file; what has no line, a field's type, comes after what has one. */
    private static Dependency first(Dependency one, Dependency other) {
        int line = one.getSourceCodeLocation().getLineNumber();
        int otherLine = other.getSourceCodeLocation().getLineNumber();
        return line == 0 || (otherLine != 0 && otherLine < line) ? other : one;
    }

    private ArchCondition<JavaClass> beInARoom() {
        return new ArchCondition<>("be in a room") {
            private final Map<String, String> strangers = new TreeMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (rooms.of(type).isEmpty()) {
                    strangers.merge(type.getPackageName(), type.getName(), (first, next) -> first);
                }
            }

            /** A package is said once, whatever is in it. */
            @Override
            public void finish(ConditionEvents events) {
                strangers.forEach((packageName, example) -> events.add(SimpleConditionEvent.violated(
                        packageName,
                        "Package " + packageName + " (" + example + ") is in no room: add it to the table in Rooms")));
            }
        };
    }
}
