package marketplace.local.preflight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The machine that this process runs on. */
public final class ThisMachine implements Machine {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    @Override
    public int javaVersion() {
        return Runtime.version().feature();
    }

    @Override
    public OptionalLong availableMemory() {
        try (Stream<String> lines = Files.lines(PROC.resolve("meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    @Override
    public long freeDisk(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public Optional<String> listenerOn(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> socketsListening(PROC.resolve("net").resolve(table), port))
                .flatMap(inode -> ownerOf("socket:[" + inode + "]").stream())
                .findFirst();
    }

    /** The kernel's table has a line for each socket: number, local address as hex, remote, state, …, inode. */
    private static Stream<String> socketsListening(Path table, int port) {
        var address = String.format(Locale.ROOT, ":%04X", port);
        try {
            return Files.readAllLines(table).stream()
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .filter(columns -> columns.size() > 9
                            && columns.get(1).endsWith(address)
                            && columns.get(3).equals(LISTENING))
                    .map(columns -> columns.get(9));
        } catch (IOException notLinux) {
            return Stream.empty();
        }
    }

    private static Optional<String> ownerOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .findFirst()
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> ", " + command)
                                .orElse(""));
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> descriptors =
                Files.list(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException | UncheckedIOException anotherUsersOrGone) {
            return false;
        }
    }

    private static boolean pointsTo(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException closed) {
            return false;
        }
    }
}
