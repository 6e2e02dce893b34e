package marketplace.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import marketplace.catalogue.RegistryPlanner.RegistryState;
import marketplace.catalogue.RegistryPlanner.SubjectState;
import org.apache.avro.Schema;

/** The registry that the contract is applied to. */
final class RegistryPlace implements Place {
    private final Catalogue catalogue;
    private final RegistryAccess access;
    private final RegistryClient client;
    private volatile String doing = "connecting";

    RegistryPlace(Catalogue catalogue, RegistryAccess access, Options options) {
        this.catalogue = catalogue;
        this.access = access;
        this.client = new RegistryClient(access, options.timeout());
    }

    @Override
    public String label() {
        return access.label();
    }

    @Override
    public String doing() {
        return doing;
    }

    @Override
    public Plan plan(boolean waitForBrokers) {
        SortedMap<String, Schema> subjects;
        try {
            subjects = catalogue.subjects();
        } catch (CatalogueException e) {
            return Plan.impossible(e.problems().stream()
                    .map(problem -> RegistryPlanner.PLACE + ": " + problem)
                    .toList());
        }
        doing = "looking at what is there";
        try {
            return RegistryPlanner.plan(subjects, read(subjects));
        } catch (RegistryClient.Refused e) {
            throw new PlaceException(access.label() + ": " + e.getMessage(), e);
        }
    }

    private RegistryState read(SortedMap<String, Schema> subjects) {
        Set<String> names = client.subjects();
        Map<String, SubjectState> ours = new HashMap<>();
        subjects.forEach((subject, schema) -> {
            doing = "looking at " + subject;
            ours.put(subject, names.contains(subject) ? existing(subject, schema) : SubjectState.missing());
        });
        return new RegistryState(List.copyOf(names), ours);
    }

    private SubjectState existing(String subject, Schema schema) {
        boolean registered = client.isRegistered(subject, schema);
        return new SubjectState(
                true,
                registered,
                client.level(subject),
                registered ? List.of() : client.incompatibilities(subject, schema));
    }

    @Override
    public List<String> apply(List<Change> changes, Consumer<Change> made) {
        List<String> failures = new ArrayList<>();
        for (Change change : changes) {
            doing = change.step();
            try {
                if (change instanceof Change.RegisterSchema register) {
                    client.register(register.subject(), register.schema());
                } else if (change instanceof Change.SetCompatibility set) {
                    client.setLevel(set.subject(), set.after());
                } else {
                    throw new IllegalArgumentException("Not a change of the registry: " + change.description());
                }
                made.accept(change);
            } catch (RegistryClient.Refused e) {
                failures.add(access.label() + ": " + change.step() + ": " + e.getMessage());
            }
        }
        return failures;
    }

    @Override
    public void close() {
        // java.net.http closes its connections when nobody uses them any more.
    }
}
