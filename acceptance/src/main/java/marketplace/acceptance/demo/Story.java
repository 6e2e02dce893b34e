package marketplace.acceptance.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;

/** The steps, one after the other. A step that fails does not end the story. */
final class Story {
    private final List<Step> steps;

    Story(final List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The eight of the design. */
    static Story ofTheMarketplace() {
        return new Story(List.of(
                new ClustersStep(),
                new ProductsStep(),
                new SearchStep(),
                new LakeStep(),
                new RecommendationsStep(),
                new BanStep(),
                new FileStep(),
                new BrokerStep()));
    }

    /** How a step went. */
    record Told(int number, String title, boolean isWhole, double seconds) {
        /** A line of the summary. */
        String line() {
            return String.format(Locale.ROOT, "%d  %-72s %6.1f s", number, title, seconds);
        }
    }

    /** Tells it, and answers how each step went. */
    List<Told> tell(final Scene scene) throws InterruptedException {
        final List<Told> told = new ArrayList<>();
        for (final Step step : steps) {
            final int number = told.size() + 1;
            final long begin = System.nanoTime();
            scene.stage().begin(number, step.title());
            try {
                step.perform(scene);
            } catch (final IOException | KafkaException e) {
                scene.stage().evidence(false, "%s", e.getMessage());
            }
            told.add(new Told(number, step.title(), scene.stage().isWhole(), (System.nanoTime() - begin) / 1e9));
        }
        return told;
    }
}
