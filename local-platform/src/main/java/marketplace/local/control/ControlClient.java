package marketplace.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import marketplace.local.layout.DataFolder;

/** Talks to the launcher that runs on a data folder. */
public final class ControlClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 300_000;

    private final ControlFile file;

    private ControlClient(ControlFile file) {
        this.file = file;
    }

    /** The launcher of a folder, or nothing if none runs there. */
    public static Optional<ControlClient> of(DataFolder folder) throws IOException {
        return ControlFile.read(folder)
                .filter(file -> ProcessHandle.of(file.pid()).isPresent())
                .map(ControlClient::new);
    }

    /** The launcher said no, or a part failed; the message says what. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> lines;

        Refused(String message, List<String> lines) {
            super(message);
            this.lines = List.copyOf(lines);
        }

        public List<String> lines() {
            return lines;
        }
    }

    public StatusReport status() throws IOException {
        return JSON.treeToValue(call("GET", "/status"), StatusReport.class);
    }

    /** Asks for {@code start}, {@code stop} or {@code kill} of a part; returns when it is done. */
    public void ask(String action, String part) throws IOException {
        call("POST", "/parts/" + part + "/" + action);
    }

    /** Asks the launcher to stop everything and to leave. */
    public ProcessHandle down() throws IOException {
        var launcher = ProcessHandle.of(file.pid()).orElseThrow(() -> new IOException("The launcher left."));
        call("POST", "/down");
        return launcher;
    }

    private JsonNode call(String method, String path) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + file.port() + path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + file.token());
        try {
            boolean done = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
            try (var body = done ? connection.getInputStream() : connection.getErrorStream()) {
                var answer = JSON.readTree(body);
                if (!done) {
                    var lines = new ArrayList<String>();
                    answer.path("lines").forEach(line -> lines.add(line.asText()));
                    throw new Refused(answer.path("detail").asText(), lines);
                }
                return answer;
            }
        } finally {
            connection.disconnect();
        }
    }
}
