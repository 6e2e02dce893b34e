package marketplace.catalogue;

import java.io.Serial;
import java.util.List;

/** The catalogue cannot be used. Says everything that is wrong with it, one line for each problem. */
public final class CatalogueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    CatalogueException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
