package marketplace.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocsTest {
    private static final Path README = Path.of("..", "schemas", "README.md");

    @Test
    void the_contracts_page_shows_the_catalogue_as_it_is() throws IOException {
        assertThat(Docs.between(README.toString(), Files.readString(README)))
                .withFailMessage("schemas/README.md is older than topics.yaml. Build, then write its tables anew:%n"
                        + "  ./mvnw -q package -DskipTests -pl schemas,catalogue%n"
                        + "  java -jar target/dist/apps/catalogue.jar docs --write schemas/README.md")
                .isEqualTo(Docs.of(Catalogue.load()));
    }

    @Test
    void only_what_stands_between_the_markers_is_replaced(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "before\n" + Docs.BEGIN + "\nold\n" + Docs.END + "\nafter\n");

        int status = Main.commandLine().execute("docs", "--write", page.toString());

        assertThat(status).isEqualTo(Main.DONE);
        assertThat(Files.readString(page))
                .isEqualTo("before\n" + Docs.BEGIN + "\n" + Docs.of(Catalogue.load()) + Docs.END + "\nafter\n");
    }

    @Test
    void a_principals_rights_are_told_together() {
        assertThat(Docs.of(Catalogues.small()))
                .contains("| `billing` | primary | WRITE on topic `billing.dlq`; READ on topic `orders`; "
                        + "READ on groups `billing*`, `invoices`; WRITE on transactional id `billing-*` | Bills. |")
                .contains("| `orders` | primary, mirrored | order_id | ProductBan | the last of each key | shop | "
                        + "billing, lake | What was ordered. |");
    }
}
