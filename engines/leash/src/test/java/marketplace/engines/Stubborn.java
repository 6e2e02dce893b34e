package marketplace.engines;

import java.time.Duration;

/** A program whose end never comes to an end, on a leash that is not patient. */
public final class Stubborn {
    private Stubborn() {}

    public static void main(String[] arguments) throws InterruptedException {
        Leash.hold(Duration.ofMillis(200));
        Runtime.getRuntime().addShutdownHook(new Thread(Stubborn::hang));
        System.out.println("here");
        Thread.currentThread().join();
    }

    private static void hang() {
        System.out.println("hanging");
        try {
            Thread.currentThread().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
