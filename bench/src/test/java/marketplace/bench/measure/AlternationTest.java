package marketplace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import marketplace.tool.console.Progress;
import org.junit.jupiter.api.Test;

class AlternationTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> order = new ArrayList<>();
    private final Alternation alternation = new Alternation(
            "thing",
            Scale.WORK_PER_SECOND,
            new Plan(List.of(), false, OptionalInt.of(2), OptionalInt.empty()),
            new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false));

    @Test
    void limit_and_product_take_turns() throws Exception {
        final AtSize size = alternation.at(10, () -> measured("limit", 100), () -> measured("product", 60));

        assertThat(order).containsExactly("limit", "product", "limit", "product");
        assertThat(size.pairs()).containsExactly(new Pair(100, 60), new Pair(100, 60));
    }

    @Test
    void whoever_waits_hears_of_each_pair() throws Exception {
        alternation.at(10, () -> measured("limit", 1_000), () -> measured("product", 600));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("thing, 10, 1 of 2: limit 1,000/s, product 600/s, ratio 0.60")
                .contains("thing, 10, 2 of 2: ");
    }

    private double measured(final String side, final double figure) {
        order.add(side);
        return figure;
    }
}
