package marketplace.acceptance.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final int PRODUCTS = 400;
    private static final int CLIENTS = 200;
    private static final int DEEDS = 20_000;

    private static List<Deed> deeds(final long seed, final int count) {
        final Traffic traffic = new Traffic(seed, new Assortment(seed, PRODUCTS), CLIENTS);
        return Stream.generate(traffic::next).limit(count).toList();
    }

    private static <T extends Deed> List<T> only(final List<Deed> deeds, final Class<T> type) {
        return deeds.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void the_same_seed_is_the_same_traffic_and_another_is_another() {
        assertThat(deeds(7, 5_000)).isEqualTo(deeds(7, 5_000)).isNotEqualTo(deeds(8, 5_000));
    }

    @Test
    void people_look_more_than_they_take_and_take_more_than_they_buy() {
        final Map<String, Long> kinds = new HashMap<>();
        final List<Deed> deeds = deeds(1, DEEDS);
        only(deeds, Deed.Act.class).forEach(act -> kinds.merge(act.kind(), 1L, Long::sum));

        assertThat(kinds.get("view")).isGreaterThan(3 * kinds.get("purchase"));
        assertThat((double) kinds.get("cart") / kinds.get("view")).isBetween(0.25, 0.35);
        assertThat((double) kinds.get("purchase") / kinds.get("cart")).isBetween(0.4, 0.6);
        assertThat((double) only(deeds, Deed.Search.class).size() / DEEDS).isBetween(0.1, 0.3);
    }

    @Test
    void some_search_for_what_nobody_sells_and_some_mistype() {
        final List<Deed.Search> searches = only(deeds(1, DEEDS), Deed.Search.class);
        final Set<String> known = new HashSet<>();
        Shelf.ALL.forEach(shelf -> shelf.goods().forEach(good -> known.add(good.searched())));

        final long unknown = searches.stream()
                .filter(search -> !known.contains(search.words()))
                .count();
        final long forNothing = searches.stream()
                .filter(search -> search.words().equals("гравицапа"))
                .count();
        assertThat((double) unknown / searches.size()).isBetween(0.1, 0.3);
        assertThat(forNothing).isPositive();
    }

    @Test
    void a_ban_is_lifted_after_a_while_and_few_are_in_force_at_a_time() {
        final Set<String> banned = new HashSet<>();
        int most = 0;
        for (final Deed deed : deeds(3, DEEDS)) {
            if (deed instanceof final Deed.Ban ban) {
                assertThat(banned.add(ban.product())).isTrue();
            } else if (deed instanceof final Deed.Lift lift) {
                assertThat(banned.remove(lift.product())).isTrue();
            }
            most = Math.max(most, banned.size());
        }
        assertThat(most).isBetween(1, 5);
    }

    @Test
    void clients_have_tastes_that_show_in_what_they_meet() {
        final Map<String, Map<String, Integer>> shelves = new HashMap<>();
        final Map<String, String> shelfOf = new HashMap<>();
        new Assortment(1, PRODUCTS)
                .all()
                .forEach(product -> shelfOf.put(product.id(), product.shelf().category()));
        only(deeds(1, DEEDS), Deed.Act.class)
                .forEach(act -> shelves.computeIfAbsent(act.client(), client -> new HashMap<>())
                        .merge(shelfOf.get(act.product()), 1, Integer::sum));

        final double share = shelves.values().stream()
                .mapToDouble(counts -> counts.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElseThrow()
                        / (double) counts.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .average()
                .orElseThrow();
        // Without tastes it would be about one in eight.
        assertThat(share).isGreaterThan(0.45);
    }

    @Test
    void a_visit_begins_with_a_search_and_one_buys_only_what_is_in_the_cart() {
        final Set<Long> searched = new HashSet<>();
        final Set<String> inCart = new HashSet<>();
        for (final Deed deed : deeds(5, DEEDS)) {
            if (deed instanceof final Deed.Search search) {
                searched.add(search.session());
            } else if (deed instanceof final Deed.Act act) {
                assertThat(searched).contains(act.session());
                if (act.kind().equals("cart")) {
                    inCart.add(act.client() + act.product());
                } else if (act.kind().equals("purchase")) {
                    assertThat(inCart).contains(act.client() + act.product());
                }
            }
        }
    }
}
