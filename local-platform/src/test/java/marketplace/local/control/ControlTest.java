package marketplace.local.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import marketplace.local.layout.DataFolder;
import marketplace.local.platform.Engine;
import marketplace.local.platform.PartFailed;
import marketplace.local.platform.Platform;
import marketplace.local.platform.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path parent;

    private DataFolder folder;
    private FakePlatform platform;
    private ControlServer server;

    @BeforeEach
    void begin() throws Exception {
        folder = new DataFolder(parent.resolve("data"));
        platform = new FakePlatform(aFailure());
        server = ControlServer.open(folder, platform);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    @Test
    void the_status_arrives_as_it_was_given() throws IOException {
        assertThat(client().status()).isEqualTo(FakePlatform.REPORT);
    }

    @Test
    void what_is_asked_of_a_part_is_done() throws IOException {
        client().ask("stop", "kafka-0");
        client().ask("start", "kafka-0");
        client().ask("kill", "kafka-0");

        assertThat(platform.told).containsExactly("stop kafka-0", "start kafka-0", "kill kafka-0");
    }

    @Test
    void down_is_passed_on_and_tells_which_process_will_leave() throws IOException {
        assertThat(client().down().pid()).isEqualTo(ProcessHandle.current().pid());

        await().atMost(LONG).until(() -> platform.told.contains("down"));
    }

    @Test
    void a_part_that_fails_says_why_with_its_last_lines() throws IOException {
        var refused = refused("start", "broken");

        assertThat(refused).hasMessage("broken left with exit code 3 before it was ready.");
        assertThat(refused.lines()).containsExactly("the reason");
    }

    @Test
    void no_is_said_with_a_reason() throws IOException {
        assertThat(refused("stop", "broken")).hasMessage("broken is not running.");
        assertThat(refused("kill", "kafka-9")).hasMessage("There is no part kafka-9.");
        assertThat(refused("paint", "kafka-0")).hasMessage("A part can start, stop or be killed; it cannot paint.");
        assertThat(platform.told).isEmpty();
    }

    @Test
    void each_kind_of_no_has_its_status() throws Exception {
        var token = "Bearer " + file().token();

        assertThat(post("/parts/kafka-9/stop", token).statusCode()).isEqualTo(404);
        assertThat(post("/parts/kafka-0/paint", token).statusCode()).isEqualTo(404);
        assertThat(post("/parts", token).statusCode()).isEqualTo(404);
        assertThat(post("/status", token).statusCode()).isEqualTo(404);
        assertThat(post("/parts/broken/stop", token).statusCode()).isEqualTo(409);
        assertThat(post("/parts/broken/start", token).statusCode()).isEqualTo(502);
        assertThat(post("/parts/kafka-0/stop", token).statusCode()).isEqualTo(200);
    }

    @Test
    void who_does_not_know_the_word_is_not_heard() throws Exception {
        assertThat(post("/down", "Bearer guess").statusCode()).isEqualTo(401);
        assertThat(post("/down", file().token()).statusCode()).isEqualTo(401);
        assertThat(post("/parts/kafka-0/kill", "").statusCode()).isEqualTo(401);
        assertThat(post("/no/such/place", "").statusCode())
                .as("a stranger does not learn what there is")
                .isEqualTo(401);

        assertThat(platform.told).isEmpty();
    }

    @Test
    void only_the_owner_can_read_where_it_listens_and_only_while_it_does() throws IOException {
        var file = folder.run().resolve("control.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file().pid()).isEqualTo(ProcessHandle.current().pid());

        server.close();

        assertThat(file).doesNotExist();
        assertThat(ControlClient.of(folder)).isEmpty();
    }

    @Test
    void each_launcher_has_a_word_of_its_own() throws IOException {
        var first = file().token();
        server.close();
        server = ControlServer.open(folder, platform);

        assertThat(file().token()).isNotEqualTo(first).hasSize(32);
    }

    @Test
    void a_launcher_that_died_is_not_taken_for_one_that_runs() throws IOException {
        new ControlFile(1, "word", Integer.MAX_VALUE).write(folder);

        assertThat(ControlClient.of(folder)).isEmpty();
    }

    private ControlClient client() throws IOException {
        return ControlClient.of(folder).orElseThrow();
    }

    private ControlFile file() throws IOException {
        return ControlFile.read(folder).orElseThrow();
    }

    private ControlClient.Refused refused(String action, String part) throws IOException {
        var client = client();
        return catchThrowableOfType(ControlClient.Refused.class, () -> client.ask(action, part));
    }

    private HttpResponse<String> post(String path, String authorization) throws IOException, InterruptedException {
        var address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + file().port();
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONG)
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The failure of a real child, since only a platform makes one. */
    private PartFailed aFailure() throws InterruptedException {
        var program = new Program(
                List.of("/bin/sh", "-c", "echo the reason; exit 3"),
                Map.of(),
                parent,
                parent.resolve("broken.log"),
                parent.resolve("broken.out"),
                0);
        var broken = new Engine("broken", Set.of(), program, () -> () -> false, LONG, "nowhere");
        var failing = new Platform(List.of(broken), status -> {}, Clock.systemUTC(), LONG);
        var failure = catchThrowableOfType(PartFailed.class, failing::start);
        failing.stop();
        return failure;
    }
}
