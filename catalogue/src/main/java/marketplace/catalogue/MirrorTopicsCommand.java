package marketplace.catalogue;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
        var patterns = groups ? MirrorPatterns.groups(loaded) : MirrorPatterns.topics(loaded);
        PrintWriter out = spec.commandLine().getOut();
        out.println(patterns);
        out.flush();
        return Main.DONE;
    }
}
