package marketplace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    @Test
    void its_usage_names_every_benchmark() {
        final String usage = new CommandLine(new Bench()).getUsageMessage();

        assertThat(usage).contains("serializer", "--size", "--quick", "--json", "--data");
        for (final Benchmark benchmark : Benchmark.values()) {
            assertThat(usage).contains(benchmark.label());
        }
    }

    @Test
    void a_name_that_is_none_is_a_wrong_command_line() {
        assertThat(Bench.commandLine(new Bench()).execute("dance")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
