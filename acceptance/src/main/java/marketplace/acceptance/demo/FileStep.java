package marketplace.acceptance.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Kafka Connect has written a line for each product. */
final class FileStep implements Step {
    @Override
    public String title() {
        return "Kafka Connect has written products.out, a line for each product";
    }

    @Override
    public void perform(final Scene scene) throws IOException, InterruptedException {
        final Path file = scene.platform().data().resolve("files").resolve("products.out");
        scene.stage().command("tail -n 1 " + file);
        for (final String id : List.of(Scene.KEYBOARD, Scene.LAMP)) {
            final Optional<String> line = scene.stage().await("the line of product " + id, () -> last(file, id));
            scene.stage().evidence(line.isPresent(), "product %s, as it was published last:", id);
            line.ifPresent(scene.stage()::quote);
        }
        try (Stream<String> lines = Files.lines(file)) {
            scene.stage().say(String.format(Locale.ROOT, "%,d lines in all.", lines.count()));
        }
    }

    private static Optional<String> last(final Path file, final String productId) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("\"product_id\":\"" + productId + "\""))
                    .reduce((earlier, later) -> later);
        }
    }
}
