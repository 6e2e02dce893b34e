package marketplace.catalogue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * One broker and controller in a process of its own, that denies by default. {@link #admin} comes in by a door where
 * everybody is a super user, {@link #as} by one where users show a password.
 */
final class TestBroker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;
    private final int superPort;
    private final int userPort;

    private TestBroker(Process process, int superPort, int userPort) {
        this.process = process;
        this.superPort = superPort;
        this.userPort = userPort;
    }

    static TestBroker start(Path folder) throws IOException, InterruptedException {
        List<Integer> ports = freePorts(3);
        Path properties = folder.resolve("broker.properties");
        Files.writeString(properties, """
                process.roles=broker,controller
                node.id=0
                controller.quorum.voters=0@127.0.0.1:%1$d
                listeners=SUPER://127.0.0.1:%2$d,USERS://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%1$d
                listener.security.protocol.map=SUPER:PLAINTEXT,USERS:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=SUPER
                controller.listener.names=CONTROLLER
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.users.scram-sha-512.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule required;
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:ANONYMOUS
                log.dirs=%4$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=1
                num.io.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(ports.get(0), ports.get(1), ports.get(2), folder.resolve("data")));
        run(folder, "kafka.tools.StorageTool", List.of("format", "-t", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", "" + properties))
                .waitFor();
        Process process = run(folder, "kafka.Kafka", List.of(properties.toString()));
        TestBroker broker = new TestBroker(process, ports.get(1), ports.get(2));
        broker.awaitReady(folder);
        return broker;
    }

    /** An admin client that may do everything. */
    Admin admin() {
        return Admin.create(superProperties());
    }

    Properties superProperties() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "127.0.0.1:" + superPort);
        return properties;
    }

    /** How a user of the catalogue connects. */
    Map<String, Object> as(String user, String password) {
        return Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + userPort,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (Admin admin = admin()) {
            while (true) {
                try {
                    admin.describeCluster().nodes().get(1, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
                    if (!process.isAlive() || System.nanoTime() > deadline) {
                        close();
                        throw new IOException(
                                "The broker did not start:\n" + Files.readString(folder.resolve("broker.log")), e);
                    }
                }
            }
        }
    }

    private static Process run(Path folder, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("broker.log").toFile()))
                .start();
    }

    private static List<Integer> freePorts(int number) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
