package marketplace.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Clients that each send the beginning of a request, and then nothing more. One thread is all. */
public final class SlowClients implements AutoCloseable {
    /** Of the request nothing is sent at all. */
    public static final String NOTHING = "";

    private final ByteBuffer beginning;
    private final Selector selector;
    private int open;
    private int refused;
    private int closed;

    private SlowClients(final Selector selector, final String beginning) {
        this.selector = selector;
        this.beginning = StandardCharsets.US_ASCII.encode(beginning);
    }

    /** The head of an upload to a path, but for its end. */
    public static String halfAHead(final String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Le";
    }

    /** The head of an upload to a path, and a little of its body. */
    public static String partOfAnUpload(final String path) {
        return halfAHead(path) + "ngth: 100000\r\n\r\n{\"product_id\":";
    }

    /** Lets so many come, one after the other, each with the same beginning. */
    public static SlowClients come(final int number, final URI uri, final String beginning) throws IOException {
        final SlowClients clients = new SlowClients(Selector.open(), beginning);
        final InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
        for (int client = 0; client < number; client++) {
            clients.comeOne(address);
            clients.look();
        }
        return clients;
    }

    private void comeOne(final InetSocketAddress address) throws IOException {
        final SocketChannel channel = SocketChannel.open(address);
        open++;
        channel.configureBlocking(false);
        final SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        try {
            channel.write(beginning.duplicate());
        } catch (IOException e) {
            // Closed already.
            leave(key);
        }
    }

    /** Finds out what became of them. */
    public SlowClients look() {
        try {
            selector.selectNow(this::hear);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(final SelectionKey key) {
        final ByteBuffer answer = ByteBuffer.allocate(4096);
        try {
            final int heard = ((SocketChannel) key.channel()).read(answer);
            if (heard < 0) {
                leave(key);
            } else if (StandardCharsets.US_ASCII
                    .decode(answer.flip())
                    .toString()
                    .startsWith("HTTP/1.1 503 ")) {
                refused++;
            }
        } catch (IOException e) {
            leave(key);
        }
    }

    private void leave(final SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open--;
        closed++;
    }

    /** How many are connected. */
    public int open() {
        return open;
    }

    /** How many were told to come again later. */
    public int refused() {
        return refused;
    }

    /** How many the service hung up on. */
    public int closed() {
        return closed;
    }

    @Override
    public String toString() {
        return open + " open, " + refused + " refused, " + closed + " closed";
    }

    @Override
    public void close() throws IOException {
        for (final SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
