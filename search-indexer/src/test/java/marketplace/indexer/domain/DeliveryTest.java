package marketplace.indexer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import marketplace.service.waiting.Backoff;
import marketplace.service.waiting.Waiting;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final Outcome STORED = new Outcome.Stored();
    private static final Outcome LATER = new Outcome.Later("too busy");
    private static final Outcome REFUSED = new Outcome.Refused("no such field");

    private final ScriptedStore store = new ScriptedStore();
    private final Waiting waiting = new Waiting(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Delivery delivery =
            new Delivery(store, new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), () -> 0), waiting);
    private final List<String> told = new ArrayList<>();

    @Test
    void only_what_was_turned_away_is_sent_again() throws InterruptedException {
        store.answers(STORED, LATER, REFUSED);
        store.answers(STORED);

        delivery.deliver(List.of(task("a", 1), task("b", 2), task("c", 3)));

        assertThat(store.requests).containsExactly("a1 b2 c3", "b2");
        assertThat(told).containsExactlyInAnyOrder("a1 stored", "b2 stored", "c3 refused");
    }

    @Test
    void changes_of_one_document_are_sent_again_in_their_order() throws InterruptedException {
        store.answers(LATER, LATER, LATER);
        store.answers(STORED, STORED, STORED);

        delivery.deliver(List.of(task("a", 1), task("b", 2), task("a", 3)));

        assertThat(store.requests).containsExactly("a1 b2 a3", "a1 b2 a3");
    }

    @Test
    void a_change_that_a_later_one_has_overtaken_is_not_sent_again() throws InterruptedException {
        store.answers(LATER, STORED);

        delivery.deliver(List.of(task("a", 1), task("a", 2)));

        assertThat(store.requests).containsExactly("a1 a2");
        assertThat(told).containsExactlyInAnyOrder("a1 stale", "a2 stored");
    }

    @Test
    void a_refused_change_does_not_stand_for_an_earlier_one() throws InterruptedException {
        store.answers(LATER, REFUSED);
        store.answers(STORED);

        delivery.deliver(List.of(task("a", 1), task("a", 2)));

        assertThat(store.requests).containsExactly("a1 a2", "a1");
    }

    @Test
    void everything_is_sent_again_when_nothing_is_known() throws InterruptedException {
        store.isAway();
        store.answers(STORED, STORED);

        delivery.deliver(List.of(task("a", 1), task("b", 2)));

        assertThat(store.requests).containsExactly("a1 b2", "a1 b2");
        assertThat(waiting.now()).isEmpty();
    }

    @Test
    void what_nobody_wants_any_more_is_dropped() throws InterruptedException {
        final Recorded unwanted = task("a", 1);
        unwanted.wanted = false;
        store.answers(STORED);

        delivery.deliver(List.of(unwanted, task("b", 2)));

        assertThat(store.requests).containsExactly("b2");
        assertThat(told).containsExactly("a1 dropped", "b2 stored");
    }

    @Test
    void a_wait_is_told_with_its_reason_while_it_lasts() throws InterruptedException {
        store.isAway();
        store.answers(LATER);
        store.answers(STORED);
        final List<String> reasons = new ArrayList<>();
        store.before = () -> waiting.now().ifPresent(wait -> reasons.add(wait.reason()));

        delivery.deliver(List.of(task("a", 1)));

        assertThat(reasons).containsExactly("away", "too busy");
        assertThat(waiting.now()).isEmpty();
    }

    private Recorded task(final String id, final long version) {
        return new Recorded(new Change.Put(Shelf.of("products"), id, version, new byte[0]));
    }

    /** Answers as it was told to before. */
    private static final class ScriptedStore implements DocumentStore {
        private final Deque<List<Outcome>> script = new ArrayDeque<>();
        private final List<String> requests = new ArrayList<>();
        private Runnable before = () -> {};

        void answers(final Outcome... outcomes) {
            script.add(List.of(outcomes));
        }

        void isAway() {
            script.add(List.of());
        }

        @Override
        public List<Outcome> write(final List<Change> changes) throws StoreUnavailableException {
            before.run();
            requests.add(String.join(
                    " ",
                    changes.stream()
                            .map(change -> change.id() + change.version())
                            .toList()));
            final List<Outcome> outcomes = script.remove();
            if (outcomes.isEmpty()) {
                throw new StoreUnavailableException("away");
            }
            return outcomes;
        }
    }

    private final class Recorded implements Task {
        private final Change change;
        private boolean wanted = true;

        Recorded(final Change change) {
            this.change = change;
        }

        @Override
        public Change change() {
            return change;
        }

        @Override
        public boolean isWanted() {
            return wanted;
        }

        @Override
        public void dropped() {
            tell("dropped");
        }

        @Override
        public void stored(final boolean stale) {
            tell(stale ? "stale" : "stored");
        }

        @Override
        public void refused(final String reason) {
            tell("refused");
        }

        private void tell(final String what) {
            told.add(change.id() + change.version() + " " + what);
        }
    }
}
