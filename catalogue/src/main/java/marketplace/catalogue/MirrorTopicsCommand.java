package marketplace.catalogue;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "mirror-topics",
        description = "Prints the topics that MirrorMaker copies, with commas, for its setting primary->target.topics.")
final class MirrorTopicsCommand implements Callable<Integer> {
    @Option(
            names = "--groups",
            description = "Instead of the topics, the groups whose offsets it carries over, for its setting "
                    + "primary->target.groups.")
    private boolean groups;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Catalogue loaded = common.load();
        Stream<String> names = groups
                ? loaded.groupsToMirror().stream()
                : loaded.mirroredTopics().stream().map(TopicSpec::name);
        PrintWriter out = spec.commandLine().getOut();
        out.println(names.map(MirrorTopicsCommand::regex).collect(Collectors.joining(",")));
        out.flush();
        return Main.DONE;
    }

    /** MirrorMaker takes regular expressions. */
    private static String regex(String pattern) {
        return pattern.replace(".", "\\.").replace("*", ".*");
    }
}
