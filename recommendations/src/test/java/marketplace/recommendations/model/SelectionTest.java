package marketplace.recommendations.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private final Rules rules = new Rules(
            4,
            2,
            List.of(
                    new Candidate(90, "hot", "Ёлочка", 1, Because.TRENDING, null),
                    new Candidate(91, "warm", "Тайга", 0.5, Because.TRENDING, null),
                    new Candidate(92, "new", null, 0, Because.NEW, null)));

    @Test
    void the_best_come_first_and_few_of_one_brand() {
        assertThat(ids(List.of(found(1, "Заря", 9), found(2, "Заря", 8), found(3, "Заря", 7), found(4, "Тайга", 6))))
                .startsWith("1", "2", "4")
                .doesNotContain("3");
    }

    @Test
    void what_has_no_brand_is_of_no_brand() {
        assertThat(ids(List.of(found(1, null, 9), found(2, null, 8), found(3, null, 7), found(4, null, 6))))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void fillers_come_last_and_with_less() {
        final List<Candidate> picked = Selection.of(rules, List.of(found(1, "Заря", 4)), item -> item == 90);

        assertThat(picked).extracting(Candidate::productId).containsExactly("1", "warm", "new");
        assertThat(picked).extracting(Candidate::score).containsExactly(4.0, 2.0, 0.0);
    }

    @Test
    void nothing_is_there_twice() {
        assertThat(ids(List.of(found(90, "Ёлочка", 9)))).containsExactly("90", "warm", "new");
    }

    @Test
    void reasons_are_words_for_people() {
        assertThat(Because.TOGETHER.of("Лампа")).isEqualTo("вместе смотрят с «Лампа»");
        assertThat(Because.TOGETHER.of(null)).isEqualTo("вместе смотрят");
        assertThat(Because.SEARCHED.of("100% хлопок")).isEqualTo("потому что вы искали «100% хлопок»");
        assertThat(Because.NEW.of(null)).isEqualTo("новинка");
    }

    private List<String> ids(final List<Candidate> candidates) {
        return Selection.of(rules, candidates, item -> false).stream()
                .map(Candidate::productId)
                .toList();
    }

    private static Candidate found(final int item, final String brand, final double score) {
        return new Candidate(item, Integer.toString(item), brand, score, Because.TOGETHER, null);
    }
}
