package marketplace.acceptance.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortTableTest {
    @Test
    void the_names_in_the_first_column_are_parts() {
        assertThat(PortTable.parts("""
                | command | what |
                |---|---|
                | `up` | starts |

                | part | port |
                |---|---|
                | `kafka-0`, `kafka-1` | 19092, `not this` |
                | `hdfs` | 9000 |

                `elasticsearch` is elsewhere.
                """)).containsExactly("hdfs", "kafka-0", "kafka-1");
    }

    @Test
    void without_the_table_there_are_none() {
        assertThat(PortTable.parts("# Nothing")).isEmpty();
    }
}
