package marketplace.local.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.platform.Program;

/** How the platform starts a Java program: flags for a quick start and a small footprint, its log, its archive. */
final class Jvm {
    private final Home home;
    private final DataFolder folder;
    private final Archives archives;

    Jvm(Home home, DataFolder folder, Archives archives) {
        this.home = home;
        this.folder = folder;
        this.archives = archives;
    }

    /** Where the archive of a program is kept that somebody else starts. */
    Path archive(String app) {
        return archives.archive(app);
    }

    /** A program to be described further: the part's name, and the module whose thin jar it runs. */
    Builder of(String part, String app) {
        return new Builder(part, app);
    }

    final class Builder {
        private final String part;
        private final String app;
        private final List<String> flags = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private final Map<String, String> environment = new TreeMap<>();
        private String classPath;
        private Path workingFolder;
        private boolean records = true;
        private Precedence precedence = Precedence.FIRST;

        private Builder(String part, String app) {
            this.part = part;
            this.app = app;
            this.classPath = home.app(app).toString();
            this.workingFolder = home.root();
        }

        Builder heap(String size) {
            flags.add("-Xmx" + size);
            return this;
        }

        /** For what must only start quickly: the optimising compiler is left out. */
        Builder quick() {
            return flag("-XX:TieredStopAtLevel=1");
        }

        /**
         * For what carries load: the optimising compiler begins ten times later than usual, so that it does not slow
         * down the start. It cannot be left out, since TLS is several times slower without it.
         */
        Builder underLoad() {
            flags.addAll(List.of(
                    "-XX:Tier4InvocationThreshold=50000",
                    "-XX:Tier4MinInvocationThreshold=6000",
                    "-XX:Tier4CompileThreshold=150000",
                    "-XX:Tier4BackEdgeThreshold=400000"));
            return this;
        }

        /** Whom it lets go first. */
        Builder precedence(Precedence mine) {
            precedence = mine;
            return this;
        }

        Builder flag(String flag) {
            flags.add(flag);
            return this;
        }

        /**
         * Makes it tell its metrics, if somebody watches.
         *
         * @param rules which of them, and under which names
         */
        Builder measured(Setting setting, int port, String rules) {
            if (setting.watched()) {
                environment("METRICS_LISTEN", "127.0.0.1:" + port);
                environment("METRICS_RULES", home.configuration("prometheus", "jmx", rules));
            }
            return this;
        }

        /** Adds a jar that brings its own class path. */
        Builder alsoOn(Path jar) {
            classPath = classPath + java.io.File.pathSeparator + jar;
            return this;
        }

        /** Of several processes that run the same module, one records the archive. */
        Builder recordsArchive(boolean yes) {
            records = yes;
            return this;
        }

        Builder environment(String name, Object value) {
            environment.put(name, value.toString());
            return this;
        }

        /** Where it is started, unless it is the checkout. */
        Builder in(Path where) {
            workingFolder = where;
            return this;
        }

        /** The main class and its arguments. */
        Builder runs(String... mainAndArguments) {
            arguments.addAll(List.of(mainAndArguments));
            return this;
        }

        Program build() {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xss512k",
                    "-Dfile.encoding=UTF-8",
                    "-Djava.awt.headless=true",
                    "-Dlogback.configurationFile=" + home.configuration("engines", "logback.xml")));
            command.addAll(flags);
            command.addAll(archives.flags(app, records));
            command.add("-cp");
            command.add(classPath);
            command.addAll(arguments);
            environment.put("LOG_FILE", folder.log(part).toString());
            return new Program(
                    command, environment, workingFolder, folder.log(part), folder.output(part), precedence.niceness());
        }
    }
}
