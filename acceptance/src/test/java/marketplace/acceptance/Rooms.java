package marketplace.acceptance;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rooms of the house: whose each package is, and which other rooms each room may use.
 *
 * @param base the package that all rooms are in
 */
record Rooms(String base, List<Room> rooms) {
    /** The contract, and the kit that they are built with, are all that services have in common. */
    private static final Set<String> COMMON = Set.of("schemas", "service");

    /** The one table of who may use whom. What is not in it is forbidden. */
    static final Rooms OF_THE_HOUSE = new Rooms(
            "marketplace",
            List.of(
                    // The contract, with the classes that are generated from it.
                    tool("schemas", Set.of()).withPackage("events"),

                    // What services are built with. It knows none of them.
                    tool("service", Set.of("schemas")),

                    // What brings the platform up, tries it and measures it.
                    tool("catalogue", Set.of("schemas")),
                    // A node of Elasticsearch can be put together in its own packages only.
                    tool("engines", Set.of()).withForeign("org.elasticsearch.node", "org.elasticsearch.plugins"),
                    tool("local", Set.of("catalogue", "schemas")),
                    tool("testing", Set.of("local", "catalogue", "schemas")),
                    tool("tool", Set.of()),
                    tool("bench", Set.of("tool", "schemas")),
                    tool("acceptance", Set.of("tool", "catalogue", "schemas")),

                    // The services. Those that are not there yet are in the table already.
                    service("shop"),
                    service("client"),
                    service("streams"),
                    service("indexer"),
                    service("hadoop"),
                    service("recommendations"),
                    service("connect"),
                    service("jobs.receiver"),
                    service("jobs.processor"),
                    service("jobs.converter"),
                    service("jobs.informer"),
                    service("tasks")));

    Rooms {
        rooms = List.copyOf(rooms);
    }

    /**
     * A room.
     *
     * @param name what it is called; also its first package
     * @param packages those that are its own, with all below them, seen from the base
     * @param foreign those that somebody else named and that it has classes in, with all below them, in full
     * @param isService whether it is one of the services, which meet nowhere but in the contract and on topics
     * @param mayUse the names of the rooms that its classes may use, beside its own
     */
    record Room(String name, List<String> packages, List<String> foreign, boolean isService, Set<String> mayUse) {
        Room {
            packages = List.copyOf(packages);
            foreign = List.copyOf(foreign);
            mayUse = Set.copyOf(mayUse);
        }

        Room withPackage(String another) {
            var all = new ArrayList<>(packages);
            all.add(another);
            return new Room(name, all, foreign, isService, mayUse);
        }

        Room withForeign(String... names) {
            return new Room(name, packages, List.of(names), isService, mayUse);
        }

        private boolean has(String packageName, String base) {
            return packages.stream().anyMatch(own -> isIn(packageName, base + "." + own))
                    || foreign.stream().anyMatch(own -> isIn(packageName, own));
        }

        boolean mayUse(Room other) {
            return equals(other) || mayUse.contains(other.name());
        }

        String whatItMayUse() {
            return mayUse.isEmpty()
                    ? "no other room"
                    : "only " + mayUse.stream().sorted().collect(Collectors.joining(", "));
        }
    }

    static Room service(String name) {
        return new Room(name, List.of(name), List.of(), true, COMMON);
    }

    static Room tool(String name, Set<String> mayUse) {
        return new Room(name, List.of(name), List.of(), false, mayUse);
    }

    /** The room that a class is in; nothing if its package is nobody's. */
    Optional<Room> of(JavaClass type) {
        var packageName = type.getBaseComponentType().getPackageName();
        return rooms.stream().filter(room -> room.has(packageName, base)).findFirst();
    }

    boolean isIn(JavaClass type, String... names) {
        return of(type).filter(room -> Arrays.asList(names).contains(room.name()))
                .isPresent();
    }

    /** Whether a class is ours, in whatever room. */
    boolean isOurs(JavaClass type) {
        return isIn(type.getBaseComponentType().getPackageName(), base);
    }

    private static boolean isIn(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
