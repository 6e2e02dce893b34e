package marketplace.engines.hdfs;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which nodes a process runs.
 *
 * @param nameNode whether there is the NameNode among them
 * @param dataNodes the numbers of the DataNodes
 */
record Role(boolean nameNode, List<Integer> dataNodes) {
    private static final int ON_ONE_MACHINE = 3;
    private static final String NAME_NODE = "namenode";
    private static final String DATA_NODE = "datanode";
    private static final String ALL = "all";

    Role {
        dataNodes = List.copyOf(dataNodes);
    }

    /** Reads {@code all}, {@code namenode} or {@code datanode N} from there on; nothing if it is none of them. */
    static Optional<Role> of(String[] words, int at) {
        return switch (words[at]) {
            case ALL ->
                Optional.of(new Role(
                        true, IntStream.range(0, ON_ONE_MACHINE).boxed().toList()));
            case NAME_NODE -> Optional.of(new Role(true, List.of()));
            case DATA_NODE -> at + 1 < words.length ? dataNode(words[at + 1]) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Role> dataNode(String number) {
        return number.matches("[0-9]{1,3}")
                ? Optional.of(new Role(false, List.of(Integer.valueOf(number))))
                : Optional.empty();
    }

    /** How many words of the command line it takes. */
    int words() {
        return nameNode ? 1 : 2;
    }
}
