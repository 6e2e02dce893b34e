package marketplace.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import marketplace.local.layout.Ports;
import marketplace.local.platform.Engine;

/** HDFS: the NameNode and three DataNodes, in one process. */
final class Hdfs {
    static final String NAME = "hdfs";

    private static final int DATA_NODES = 3;
    private static final String STATE = "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Hdfs() {}

    static Engine part(Setting setting, Jvm jvm) {
        var ports = setting.ports();
        var program = jvm.of(NAME, "hdfs")
                .heap("160m")
                .underLoad()
                .precedence(Precedence.EVENTS)
                .runs(
                        "marketplace.engines.hdfs.Hdfs",
                        setting.home()
                                .configuration("engines", "hdfs", "config")
                                .toString(),
                        "all",
                        "-Dfs.defaultFS=" + url(ports),
                        "-Ddfs.namenode.rpc-address=127.0.0.1:" + ports.hdfs(),
                        "-Ddfs.namenode.http-address=127.0.0.1:" + ports.hdfsWeb(),
                        "-Ddfs.datanode.address=127.0.0.1:" + ports.dataNode(0),
                        "-Ddfs.datanode.ipc.address=127.0.0.1:" + ports.dataNodeIpc(0),
                        "-Ddfs.datanode.http.address=127.0.0.1:" + ports.dataNodeWeb(0),
                        "-Dhadoop.tmp.dir=" + setting.folder().data(NAME))
                .build();
        var web = "http://127.0.0.1:" + ports.hdfsWeb();
        return new Engine(NAME, Set.of(), program, () -> () -> isReady(web + STATE), web);
    }

    /** Where clients find it. */
    static String url(Ports ports) {
        return "hdfs://127.0.0.1:" + ports.hdfs();
    }

    /** It answers before it takes files: ready is when every DataNode is there and it has left its safe mode. */
    private static boolean isReady(String state) throws IOException {
        JsonNode names = JSON.readTree(Http.get(state).body()).path("beans").path(0);
        return names.path("NumLiveDataNodes").asInt() == DATA_NODES
                && "Operational".equals(names.path("FSState").asText());
    }
}
