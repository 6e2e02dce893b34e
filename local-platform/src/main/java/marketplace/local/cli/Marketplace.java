package marketplace.local.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import marketplace.local.layout.DataFolder;
import marketplace.local.layout.Home;
import marketplace.local.layout.Ports;
import marketplace.local.parts.Archives;
import marketplace.local.parts.LocalPlatform;
import marketplace.local.parts.Setting;
import marketplace.local.platform.Platform;
import marketplace.local.security.Secrets;

public final class Marketplace {
    public static void main(String[] a) throws Exception {
        long t0 = System.nanoTime();
        var home = Home.ofThisProcess();
        var folder = new DataFolder(Path.of(a[0]));
        folder.create();
        var ports = new Ports(0);
        var secrets = Secrets.open(
                folder, List.of("shop-api", "mirror-maker", "kafka-connect", "operator"), 3, Clock.systemUTC());
        var archives = new Archives(home);
        var setting = new Setting(home, folder, ports, secrets, 3);
        var local = new LocalPlatform(setting, archives);
        var platform = new Platform(
                local.parts(),
                s -> System.out.printf(
                        "%6d ms %-18s %-9s %s%n",
                        (System.nanoTime() - t0) / 1000000, s.name(), s.state().label(), s.note()),
                Clock.systemUTC());
        var done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                platform.stop();
                archives.keep();
                System.out.println("stopped " + (System.nanoTime() - t0) / 1000000);
            } catch (Exception e) {
                System.out.println(e);
            }
        }));
        try {
            platform.start();
        } catch (marketplace.local.platform.PartFailed e) {
            System.out.println(e.getMessage());
            e.lastLines().forEach(System.out::println);
            System.exit(1);
        }
        System.out.println("all ready " + (System.nanoTime() - t0) / 1000000);
        for (var s : platform.status())
            System.out.println(s.name() + " rss " + s.residentBytes().orElse(0) / 1000000 + " MB cpu "
                    + s.cpuMillis().orElse(0));
        if (a.length > 1) System.exit(0);
        done.await();
    }
}
