package marketplace.engines.elasticsearch;

import static org.elasticsearch.rest.RestRequest.Method.GET;

import java.util.List;
import java.util.Locale;
import org.elasticsearch.action.admin.cluster.health.ClusterHealthResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.health.ClusterHealthStatus;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestResponseListener;

/** How the cluster is, for Prometheus: under the names that its usual exporter gives the same. */
final class ClusterMetrics extends BaseRestHandler {
    private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(3);

    @Override
    public String getName() {
        return "prometheus_metrics_action";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(GET, "/_prometheus/metrics"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        return channel -> client.admin()
                .cluster()
                .prepareHealth(PATIENCE)
                .setTimeout(PATIENCE)
                .execute(new RestResponseListener<>(channel) {
                    @Override
                    public RestResponse buildResponse(ClusterHealthResponse health) {
                        return new RestResponse(RestStatus.OK, "text/plain; version=0.0.4", text(health));
                    }
                });
    }

    private static String text(ClusterHealthResponse health) {
        var text = new StringBuilder();
        for (ClusterHealthStatus status : ClusterHealthStatus.values()) {
            gauge(
                    text,
                    "status{color=\"" + status.name().toLowerCase(Locale.ROOT) + "\"}",
                    health.getStatus() == status ? 1 : 0);
        }
        gauge(text, "number_of_nodes", health.getNumberOfNodes());
        gauge(text, "active_shards", health.getActiveShards());
        gauge(text, "unassigned_shards", health.getUnassignedShards());
        return text.toString();
    }

    private static void gauge(StringBuilder text, String name, int value) {
        text.append("elasticsearch_cluster_health_")
                .append(name)
                .append(' ')
                .append(value)
                .append('\n');
    }
}
