package marketplace.local.tools;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets a program of a package run where the package is only unpacked: Debian's look for their own files under {@code
 * /usr/share}, and have no setting for that. In our copy that path becomes relative to the folder of unpacking, in which
 * the program is to be started. A slash changes its place, so no byte more or less is needed.
 */
final class Relocation {
    private static final byte[] ABSOLUTE = bytes("/usr/share/prometheus/");
    private static final byte[] RELATIVE = bytes("usr//share/prometheus/");

    private Relocation() {}

    /** Changes every such path in a program. */
    static void relocate(Path program) throws IOException {
        // What is open for writing cannot be run, and a mapping keeps its file open as it was opened: so two of them.
        try (var reader = FileChannel.open(program, StandardOpenOption.READ);
                var writer = FileChannel.open(program, StandardOpenOption.WRITE)) {
            var content = reader.map(FileChannel.MapMode.READ_ONLY, 0, reader.size());
            int last = content.limit() - ABSOLUTE.length;
            for (int position = 0; position <= last; position++) {
                if (isAt(content, position)) {
                    writer.write(ByteBuffer.wrap(RELATIVE), position);
                }
            }
        }
    }

    private static boolean isAt(ByteBuffer content, int position) {
        for (int index = 0; index < ABSOLUTE.length; index++) {
            if (content.get(position + index) != ABSOLUTE[index]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
