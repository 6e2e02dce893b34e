package marketplace.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartialStartTest {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final Platform platform = new Platform(
            List.of(
                    step("broker"),
                    step("contract", "broker"),
                    step("registry"),
                    step("schemas", "registry"),
                    step("mirror", "contract")),
            status -> {},
            Clock.systemUTC(),
            Duration.ofSeconds(1));

    private Step step(String name, String... needs) {
        return new Step(name, Set.of(needs), () -> {
            done.add(name);
            return "";
        });
    }

    @Test
    void everything_starts_after_what_it_needs() throws Exception {
        assertThat(platform.start()).isTrue();

        assertThat(done).containsExactlyInAnyOrder("broker", "contract", "registry", "schemas", "mirror");
        assertThat(done).containsSubsequence("broker", "contract", "mirror");
        assertThat(done).containsSubsequence("registry", "schemas");
    }

    @Test
    void some_parts_start_with_all_that_they_need_and_nothing_else() throws Exception {
        platform.start(Set.of("mirror"));

        assertThat(done).containsExactly("broker", "contract", "mirror");
        assertThat(platform.status())
                .filteredOn(part -> part.state() == PartState.WAITING)
                .extracting(PartStatus::name)
                .containsExactly("registry", "schemas");
    }

    @Test
    void a_platform_grows_and_what_is_ready_is_left_as_it_is() throws Exception {
        platform.start(Set.of("contract"));
        platform.start(Set.of("contract", "schemas"));
        platform.start();

        assertThat(done).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void nothing_more_starts_once_the_end_is_near() throws Exception {
        platform.start(Set.of("broker"));
        platform.abandon();

        assertThat(platform.start(Set.of("mirror"))).isFalse();
        assertThat(done).containsExactly("broker");
    }

    @Test
    void an_unknown_name_starts_nothing() {
        assertThatThrownBy(() -> platform.start(Set.of("broker", "zookeeper")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no part zookeeper; there are broker, contract, registry, schemas, mirror.");
        assertThat(done).isEmpty();
    }

    @Test
    void a_part_that_fails_is_named_and_what_needs_it_does_not_start() {
        var broken = new Platform(
                List.of(
                        new Step("broker", Set.of(), () -> {
                            throw new IllegalStateException("no disk");
                        }),
                        step("contract", "broker")),
                status -> {},
                Clock.systemUTC(),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> broken.start(Set.of("contract")))
                .isInstanceOf(PartFailed.class)
                .hasMessage("broker failed: no disk");
        assertThat(done).isEmpty();
    }
}
