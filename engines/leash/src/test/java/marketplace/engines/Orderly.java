package marketplace.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that knows nothing of its leash: says that it is there, and at its end writes down what it was given. */
public final class Orderly {
    private Orderly() {}

    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> writeDown(arguments)));
        System.out.println("here");
        Thread.currentThread().join();
    }

    private static void writeDown(String... arguments) {
        try {
            Files.write(Path.of(arguments[0]), List.of(arguments));
        } catch (IOException failure) {
            System.err.println(failure);
        }
    }
}
