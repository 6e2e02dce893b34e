package marketplace.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.random.RandomGenerator;
import marketplace.local.layout.Cluster;
import marketplace.local.layout.Ports;
import marketplace.local.preflight.FreePorts;
import marketplace.local.preflight.Machine;

/**
 * Free ports for one test run, which no other run takes between the look and the start of the engines: a cluster of one
 * broker leaves the third broker's port unused, and this listens there as long as it is open.
 */
final class PortBlock implements AutoCloseable {
    /** A broker that test clusters do not have. */
    private static final int ABSENT_NODE = 2;

    private static final int TRIES = 20;

    private final Ports ports;
    private final ServerSocket guard;

    private PortBlock(Ports ports, ServerSocket guard) {
        this.ports = ports;
        this.guard = guard;
    }

    /**
     * Takes ports of which none is taken.
     *
     * @throws EnginesException if there are none
     */
    static PortBlock take(Machine machine, RandomGenerator random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var block = at(found(machine, random));
            if (block.isPresent()) {
                return block.get();
            }
        }
        throw new EnginesException("No ports are free for the engines: other runs are always faster.");
    }

    private static Ports found(Machine machine, RandomGenerator random) {
        try {
            return FreePorts.find(machine, random);
        } catch (IllegalStateException none) {
            throw new EnginesException("No ports are free for the engines: stop what other runs left behind.", none);
        }
    }

    private static Optional<PortBlock> at(Ports ports) {
        int unused = ports.client(Cluster.PRIMARY, ABSENT_NODE);
        try {
            return Optional.of(new PortBlock(ports, new ServerSocket(unused, 1, InetAddress.getLoopbackAddress())));
        } catch (IOException anotherRunWasFaster) {
            return Optional.empty();
        }
    }

    Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        try {
            guard.close();
        } catch (IOException e) {
            throw new EnginesException("Port " + guard.getLocalPort() + " could not be let go", e);
        }
    }
}
