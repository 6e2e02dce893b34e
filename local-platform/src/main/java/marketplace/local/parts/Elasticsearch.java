package marketplace.local.parts;

import java.util.Set;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;

/** One node of Elasticsearch, which is a whole cluster. */
final class Elasticsearch {
    static final String NAME = "elasticsearch";

    private Elasticsearch() {}

    static Engine part(Setting setting, Jvm jvm) {
        var ports = setting.ports();
        var url = url(ports);
        var program = jvm.of(NAME, "elasticsearch")
                .heap("512m")
                .underLoad()
                .runs(
                        "marketplace.engines.elasticsearch.Elasticsearch",
                        setting.home()
                                .configuration("engines", "elasticsearch", "config")
                                .toString(),
                        "-Enetwork.host=127.0.0.1",
                        "-Ehttp.port=" + ports.elasticsearch(),
                        "-Etransport.port=" + ports.elasticsearchTransport(),
                        "-Epath.data=" + setting.folder().data(NAME))
                .build();
        // It answers before it has found its indexes: ready is when every one of them can be read and written.
        return new Engine(
                NAME,
                Set.of(),
                program,
                () -> Http.answers(url + "/_cluster/health?wait_for_status=yellow&timeout=1s"),
                url);
    }

    /** Where it takes requests. */
    static String url(Ports ports) {
        return "http://127.0.0.1:" + ports.elasticsearch();
    }
}
