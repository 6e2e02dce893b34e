package marketplace.local.cli;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import marketplace.catalogue.Catalogue;
import marketplace.catalogue.Principal;
import marketplace.local.console.Patience;
import marketplace.local.console.Progress;
import marketplace.local.console.Style;
import marketplace.local.layout.FolderVersion;
import marketplace.local.layout.Ports;
import marketplace.local.parts.Mail;
import marketplace.local.parts.Monitoring;
import marketplace.local.parts.Setting;
import marketplace.local.platform.PartFailed;
import marketplace.local.preflight.Preflight;
import marketplace.local.preflight.ThisMachine;
import marketplace.local.security.Secrets;
import marketplace.local.tools.MonitoringTools;
import marketplace.local.tools.ToolSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts the platform and stays until Ctrl-C, which stops it in order. The first start makes"
                + " certificates and passwords; a later one finds the data of the one before.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    static final int NODES = 3;
    private static final long MEMORY_NEEDED = 5_000L << 20;
    private static final long DISK_NEEDED = 2_000L << 20;

    @Mixin
    private Place place;

    @Option(names = "--detach", description = "Returns when everything is ready, and leaves it running.")
    private boolean detach;

    @Option(
            names = "--with",
            paramLabel = "GROUP",
            split = ",",
            defaultValue = "marketplace,monitoring",
            description =
                    "What is started: marketplace, monitoring, with a comma between them. The marketplace is always"
                            + " there. Default: ${DEFAULT-VALUE}.")
    private Set<Group> groups = EnumSet.noneOf(Group.class);

    @Option(names = "--verbose", description = "Also shows where the time went.")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException, GeneralSecurityException {
        var folder = place.folder();
        if (Launcher.isHeld(folder)) {
            System.err.println("A platform is running on " + folder.root()
                    + " already: ./marketplace status shows it, ./marketplace down stops it.");
            return Marketplace.IN_THE_WAY;
        }
        var ports = place.ports();
        var problems = new Preflight(new ThisMachine(), MEMORY_NEEDED, DISK_NEEDED).problems(folder, ports);
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            return Marketplace.IN_THE_WAY;
        }
        folder.create();
        FolderVersion.write(folder, ports);
        if (detach) {
            return new Detached(folder, foreground(ports)).start();
        }
        System.setProperty("LOG_FILE", folder.log("launcher").toString());
        var hold = Launcher.hold(folder);
        if (hold == null) {
            System.err.println("Another launcher just took " + folder.root() + ".");
            return Marketplace.IN_THE_WAY;
        }
        var catalogue = Catalogue.load();
        var principals = catalogue.principals().stream().map(Principal::name).toList();
        var secrets = Secrets.open(folder, principals, NODES, Clock.systemUTC());
        var tools = groups.contains(Group.MONITORING) ? tools() : Optional.<MonitoringTools>empty();
        var setting = new Setting(place.home(), folder, ports, catalogue, secrets, NODES, tools.isPresent());
        setting.writeClients();
        var monitoring = tools.map(found -> new Monitoring(setting, found, Mail.fromEnvironment(System.getenv())));
        if (monitoring.isPresent()) {
            monitoring.get().configure();
        }
        var style = Style.ofThisProcess();
        var progress = new Progress(System.out, style);
        var launcher = Launcher.open(setting, monitoring, hold, progress, Clock.systemUTC());
        return run(launcher, progress, setting, style);
    }

    /** Where there are none to be had, a line says so, and the marketplace starts without them. */
    private Optional<MonitoringTools> tools() throws InterruptedException {
        var patience = new Patience(System.out::println, "Fetching Prometheus and Alertmanager, once");
        try {
            return Optional.of(ToolSearch.on(place.home()).find().newEnough());
        } catch (IOException none) {
            System.err.println(none.getMessage());
            return Optional.empty();
        } finally {
            patience.close();
        }
    }

    private List<String> foreground(Ports ports) {
        var arguments = new ArrayList<>(List.of(
                "up", "--data", place.folder().root().toString(), "--port-offset", Integer.toString(ports.offset())));
        arguments.add("--with");
        arguments.add(groups.stream().map(Group::label).collect(Collectors.joining(",")));
        if (verbose) {
            arguments.add("--verbose");
        }
        return arguments;
    }

    private int run(Launcher launcher, Progress progress, Setting setting, Style style)
            throws InterruptedException, IOException {
        var gone = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(launcher, gone), "signal"));
        try {
            progress.expect(launcher.parts());
            int status = whileItRuns(launcher, progress, setting, style);
            progress.resume();
            launcher.close();
            return status;
        } finally {
            progress.close();
            gone.countDown();
        }
    }

    private int whileItRuns(Launcher launcher, Progress progress, Setting setting, Style style)
            throws InterruptedException {
        try {
            if (launcher.start()) {
                progress.close();
                System.out.print(new Summary(setting, style).of(launcher.status(), verbose));
                System.out.flush();
                launcher.awaitTheEnd();
            }
            return 0;
        } catch (PartFailed failure) {
            progress.close();
            return report(failure);
        }
    }

    private static int report(PartFailed failure) {
        failure.lastLines().forEach(line -> System.err.println("  | " + line));
        System.err.println(failure.getMessage());
        return Marketplace.FAILED;
    }

    /** On a signal: the main thread does the leaving, and this process waits for it. */
    private static void leave(Launcher launcher, CountDownLatch gone) {
        launcher.down();
        try {
            gone.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
