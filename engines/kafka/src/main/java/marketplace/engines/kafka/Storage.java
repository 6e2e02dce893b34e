package marketplace.engines.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.tools.StorageTool;

/** The folder in which a broker keeps its data. */
final class Storage {
    private Storage() {}

    static boolean isFormatted(String folder) {
        return Files.exists(Path.of(folder, "meta.properties"));
    }

    /** Formats the folder that the settings name and puts the first user, {@code admin}, into the cluster's metadata. */
    static void format(String settings, String clusterId, String passwordFile) throws IOException {
        var password = Files.readString(Path.of(passwordFile)).strip();
        var output = new ByteArrayOutputStream();
        int status = StorageTool.execute(
                new String[] {
                    "format",
                    "--cluster-id",
                    clusterId,
                    "--config",
                    settings,
                    "--add-scram",
                    "SCRAM-SHA-512=[name=admin,iterations=4096,password=" + password + "]"
                },
                new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            // The tool repeats its arguments, the password among them.
            throw new IOException("The storage could not be formatted: "
                    + output.toString(StandardCharsets.UTF_8).replace(password, "…"));
        }
    }
}
