package marketplace.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every command of the README runs, on a platform that begins with the first of them; the story and the ten criteria are
 * among them. The other tests go on with that platform, and the commands that end it come last, in {@link LifecycleIT}.
 */
@ExtendWith(RunningPlatform.class)
@Order(Integer.MIN_VALUE)
class ReadmeIT {
    private final Marketplace marketplace;

    ReadmeIT(@NotStarted Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @Test
    void every_command_runs() throws Exception {
        marketplace.must("down", "--wipe");
        var commands = Readme.commands();
        assertThat(commands).hasSizeGreaterThan(8).anyMatch(Readme::isTheEnd);

        System.out.println(new Readme(marketplace)
                .type(commands.stream().filter(block -> !Readme.isTheEnd(block)).toList()));

        assertThat(new Logs(marketplace).unexpectedErrors())
                .as("errors in the logs of all parts, brokers having been killed")
                .isEmpty();
    }
}
