package marketplace.local.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Packages of the operating system. */
@FunctionalInterface
interface Packages {
    /**
     * Fetches packages and lays their files out in a folder, which is there afterwards with all of them, or not at all.
     * Their programs run when they are started in it.
     *
     * @throws IOException if that cannot be; the message is half a sentence that says why
     */
    void unpack(List<String> names, Path folder) throws IOException, InterruptedException;
}
