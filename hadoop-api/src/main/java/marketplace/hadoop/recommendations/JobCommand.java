package marketplace.hadoop.recommendations;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import marketplace.hadoop.lake.LakeSettings;

/** The command line of the job. */
@Singleton
final class JobCommand {
    /**
     * What is over in seconds is not worth compiling well: with a few thousand events, compilers take most of the time of
     * a run, Java's own and those that Spark has for each query. Nor is it worth planning anew after each of its stages.
     */
    private static final List<String> SMALL_JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final List<String> SMALL_SPARK = List.of(
            "--conf", "spark.sql.codegen.wholeStage=false",
            "--conf", "spark.sql.codegen.factoryMode=NO_CODEGEN",
            "--conf", "spark.sql.adaptive.enabled=false",
            "--conf", "spark.sql.shuffle.partitions=2");

    private final JobSettings settings;
    private final LakeSettings lake;
    private final LakeSize size;

    JobCommand(final JobSettings settings, final LakeSettings lake, final LakeSize size) {
        this.settings = settings;
        this.lake = lake;
        this.size = size;
    }

    /**
     * Starts a run.
     *
     * @param home where the job and what it needs is laid out
     * @param more flags for its virtual machine
     */
    List<String> of(final Path home, final List<String> more, final String runId, final boolean evaluate) {
        final boolean small = settings.master().startsWith("local") && size.rows() <= settings.smallRows();
        final List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-Xmx" + settings.heap());
        command.addAll(small ? SMALL_JVM : List.of());
        command.addAll(more);
        command.add("@" + home.resolve("java.options"));
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(List.of("marketplace.engines.Leash", "org.apache.spark.deploy.SparkSubmit"));
        command.addAll(List.of("--master", settings.master()));
        command.addAll(small ? SMALL_SPARK : List.of());
        command.addAll(List.of("--class", "marketplace.recommendations.Job"));
        command.add(home.resolve("recommendations.jar").toString());
        command.addAll(List.of("--warehouse", lake.warehouse(), "--catalog-type", lake.catalog()));
        command.addAll(List.of("--namespace", lake.namespace(), "--run-id", runId));
        command.addAll(evaluate ? List.of("--evaluate") : List.of());
        return command;
    }

    private String java() {
        return settings.java().isEmpty()
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : settings.java();
    }
}
