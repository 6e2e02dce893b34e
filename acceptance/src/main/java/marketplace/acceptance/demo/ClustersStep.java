package marketplace.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import marketplace.acceptance.platform.Replicas;
import marketplace.catalogue.Cluster;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Two clusters are up; topics, schemas and rights are there. */
final class ClustersStep implements Step {
    private static final int PATIENCE_SECONDS = 30;

    @Override
    public String title() {
        return "Two clusters are up, with topics, schemas and rights";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        for (final Cluster cluster : Cluster.values()) {
            try (Replicas replicas = new Replicas(scene.platform(), scene.catalogue(), cluster)) {
                final List<String> lacking = replicas.lacking();
                scene.stage()
                        .evidence(
                                lacking.isEmpty(),
                                "%s: %d brokers, %d topics, %d partitions with three replicas in sync, %d rights%s",
                                cluster.label(),
                                replicas.brokers(),
                                replicas.topics(),
                                replicas.partitions(),
                                rights(scene, cluster),
                                lacking.isEmpty() ? "" : "; but " + String.join("; ", lacking));
            }
        }
        final List<String> subjects = new ArrayList<>();
        for (final JsonNode subject : scene.stage().send(scene.requests().subjects())) {
            subjects.add(subject.asText());
        }
        scene.stage()
                .evidence(
                        subjects.containsAll(scene.catalogue().subjectClasses().keySet()),
                        "%d schemas: %s",
                        subjects.size(),
                        String.join(", ", subjects));
    }

    private static int rights(final Scene scene, final Cluster cluster) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(scene.platform().client(cluster.label(), "admin"))) {
            return admin.describeAcls(AclBindingFilter.ANY)
                    .values()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
        } catch (final ExecutionException | TimeoutException e) {
            throw new IOException("The rights of the " + cluster.label() + " cluster cannot be listed", e);
        }
    }
}
