package marketplace.catalogue;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "docs", description = "Prints the topics, and the principals with their rights, as Markdown tables.")
final class DocsCommand implements Callable<Integer> {
    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Instead of printing, put the tables between the lines " + Docs.BEGIN + " and " + Docs.END
                    + " of that file.")
    private Optional<Path> write = Optional.empty();

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String docs = Docs.of(common.load());
        if (write.isPresent()) {
            Docs.write(write.get(), docs);
        } else {
            PrintWriter out = spec.commandLine().getOut();
            out.print(docs);
            out.flush();
        }
        return Main.DONE;
    }
}
